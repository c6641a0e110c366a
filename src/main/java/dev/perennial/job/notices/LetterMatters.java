package dev.perennial.job.notices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.perennial.mail.text.MailFacts.Attempt;
import dev.perennial.mail.text.MailFacts.Matter;
import dev.perennial.mail.text.MailFacts.Method;
import dev.perennial.mail.text.MailFacts.Payment;
import dev.perennial.mail.text.MailFacts.Price;
import dev.perennial.mail.text.MailFacts.Renewal;
import dev.perennial.mail.text.MailFacts.Window;
import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.order.Amounts;
import dev.perennial.order.Order;
import dev.perennial.order.Quote;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Pricing;
import dev.perennial.renewal.RenewalDay;
import dev.perennial.renewal.TermNotices;
import dev.perennial.renewal.Tonight;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.Term;
import dev.perennial.subscription.WindowDays;
import org.jspecify.annotations.Nullable;

/** What a letter says of a subscription, from its facts. */
final class LetterMatters {

	private LetterMatters() {
	}

	static Stream<Matter> of(Notice notice, Dossier dossier, Optional<Order> order, Tonight tonight) {
		return switch (notice.code()) {
			case RENEWAL_NOTICE, RENEWAL_NOTICE_LATE, PRICE_CHANGE, RENEWAL_REMINDER, CARD_EXPIRES ->
				Stream.of(renewal(notice, dossier, tonight));
			case EXPIRY_NOTICE, EXPIRY_NOTICE_2, EXPIRY_NOTICE_3, WINDOW_OPEN, WINDOW_HALF, WINDOW_LAST, LAPSED,
					AUTO_RENEW_OFF ->
				Stream.of(window(dossier, tonight));
			case PAYMENT_FAILED -> Stream.concat(order.stream().map(LetterMatters::attempt),
					Stream.of(dossier)
						.filter((one) -> one.subscription().term() != null)
						.map((one) -> window(one, tonight)));
			case PAYMENT_DUE -> order.stream().flatMap((one) -> payment(one, tonight));
			case RENEWED, ORDER_EXPIRED, REQUEST_STATUS -> Stream.empty();
		};
	}

	private static Matter renewal(Notice notice, Dossier dossier, Tonight tonight) {
		Quote quote = Optional.ofNullable(dossier.dealings().quote())
			.or(() -> TermNotices.quote(dossier, tonight))
			.orElseThrow(() -> new IllegalStateException(
					"the renewal of %s has no quote to announce".formatted(dossier.id())));
		Money named = notice.namedNet();
		Amounts amounts = (named != null) ? quote.amounts().withNet(named) : quote.amounts();
		Card card = dossier.subscription().paying().card();
		boolean byCard = dossier.subscription().paying().method() == PaymentMethod.CARD;
		LocalDate expires = (card != null) ? card.expiresOn() : null;
		return new Renewal(RenewalDay.expected(dossier, tonight),
				new Price(amounts.net(), amounts.tax(), amounts.gross()),
				(notice.code() == NoticeCode.PRICE_CHANGE) ? quote.amounts().net() : oldNet(dossier, tonight),
				byCard ? Method.CARD : Method.TRANSFER, (expires != null) ? YearMonth.from(expires) : null);
	}

	/**
	 * What the current term cost: its order says so, for an import the list of its first
	 * day.
	 */
	private static @Nullable Money oldNet(Dossier dossier, Tonight tonight) {
		Term term = dossier.subscription().currentTerm();
		List<Order> orders = dossier.dealings()
			.orders()
			.stream()
			.filter((order) -> order.number().equals(term.orderNumber()))
			.toList();
		return orders.isEmpty()
				? Pricing.ifListed(dossier.subscription().product(), term.startsOn(), tonight).orElse(null)
				: orders.get(0).amounts().net();
	}

	private static Matter window(Dossier dossier, Tonight tonight) {
		WindowDays days = dossier.window(tonight);
		RenewalWindow known = dossier.contract().window();
		return new Window(days.opensOn(), days.closesOn(),
				(known != null) ? known.benefitsUntil() : RenewalDay.benefitsUntil(dossier, tonight));
	}

	private static Matter attempt(Order order) {
		return new Attempt(order.amounts().gross(), order.progress().dunning().nextOn());
	}

	private static Stream<Matter> payment(Order order, Tonight tonight) {
		LocalDate due = order.progress().deadlines().dueOn();
		String invoice = order.progress().billing().invoiceNumber();
		return (due == null || invoice == null) ? Stream.empty() : Stream.of(new Payment(order.open(),
				order.progress().paid(), due, invoice, tonight.catalogue().seller().reached().bankAccount()));
	}

}
