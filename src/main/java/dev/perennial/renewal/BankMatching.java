package dev.perennial.renewal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.perennial.money.Money;
import dev.perennial.order.Order;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.PartnerCredit.Reason;
import dev.perennial.order.Payment;
import org.jspecify.annotations.Nullable;

/** Matches bank lines with the invoices that they name (rules 7.2). */
public final class BankMatching {

	// What is not ASCII cannot even be compared with a number by the database.
	private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,20}");

	private BankMatching() {
	}

	/**
	 * Matches a line with the order whose invoice it names; an amount alone never
	 * matches.
	 * @param dossier the subscription of that order, {@code null} if no invoice is named
	 * so
	 * @param invoiceNumber the number that the reference reads as
	 */
	public static Matched match(BankEntry entry, @Nullable Dossier dossier, String invoiceNumber, Tonight tonight) {
		Optional<Order> named = Optional.ofNullable(dossier)
			.flatMap((known) -> known.dealings()
				.live()
				.filter((order) -> invoiceNumber.equals(order.progress().billing().invoiceNumber())));
		if (dossier == null || named.isEmpty() || !entry.amount().isPositive()
				|| !entry.amount().currency().equals(named.get().amounts().net().currency())) {
			return new Matched(Result.UNMATCHED, null, dossier);
		}
		return booked(entry, dossier, named.get(), tonight);
	}

	/**
	 * The invoice number that a reference reads as, spaces and case ignored (rules 7.2);
	 * empty if it cannot be one.
	 */
	public static String invoiceNumber(String reference) {
		String compact = reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		return NUMBER.matcher(compact).matches() ? compact : "";
	}

	private static Matched booked(BankEntry entry, Dossier dossier, Order order, Tonight tonight) {
		Money open = order.open();
		Payment payment = Payment.byTransfer(entry.id(), order.number(), entry.amount(), tonight.date());
		Dossier with = dossier.with(dossier.dealings().with(payment));
		Money counted = (entry.amount().compareTo(open) > 0) ? open : entry.amount();
		Order paid = order.progressed((progress) -> progress.with(progress.billing().plus(counted)));
		Money tolerance = new Money(tonight.policy().payment().bankTolerance(), open.currency());
		if (paid.open().compareTo(tolerance) > 0) {
			return new Matched(Result.PARTLY_PAID, null, with.with(paid));
		}
		Money excess = entry.amount().minus(counted);
		if (excess.isPositive()) {
			with = with.with(with.dealings().with(new PartnerCredit(payment.id(), excess, Reason.OVERPAID)));
			return new Matched(Result.OVERPAID, excess, Fulfilment.paid(with, paid, tonight));
		}
		return new Matched(Result.PAID, null, Fulfilment.paid(with, paid, tonight));
	}

	/**
	 * A line of a bank statement.
	 *
	 * @param id the entry id
	 * @param amount what was booked
	 */
	public record BankEntry(String id, Money amount) {

	}

	/**
	 * What became of a line.
	 *
	 * @param result how it matched
	 * @param credited what of it is owed to the partner
	 * @param after the facts as they are then
	 */
	public record Matched(Result result, @Nullable Money credited, @Nullable Dossier after) {

	}

	/** How a line can match. */
	public enum Result {

		PAID, PARTLY_PAID, OVERPAID, UNMATCHED

	}

}
