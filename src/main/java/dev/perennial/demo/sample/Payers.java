package dev.perennial.demo.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.perennial.money.Money;

/** Who pays transfer invoices, when, how much, and how they write the reference. */
final class Payers {

	static final String HEADER = "subscription_id,after_days,percent,writes";

	private Payers() {
	}

	/**
	 * The payers of a mix: those written by hand with their copies, then the everyday
	 * ones.
	 */
	static List<Payer> of(Mix mix) {
		List<Payer> payers = new ArrayList<>();
		for (List<String> cells : TextTable.read("payers.txt", 4)) {
			for (SampleCase.Copy copy : mix.copiesOf(cells.get(0))) {
				payers.add(new Payer(cells.get(0) + copy.suffix(), Integer.parseInt(cells.get(1)),
						Integer.parseInt(cells.get(2)), cells.get(3)));
			}
		}
		for (SampleSubscription subscription : mix.once()) {
			boolean everyday = subscription.id().matches("SUB-\\d+");
			// every thirteenth forgets to pay
			if (everyday && subscription.isPaidByTransfer() && subscription.number() % 13 != 0) {
				payers.add(new Payer(subscription.id(), 3 + subscription.number() % 23, 100, "as-is"));
			}
		}
		return payers;
	}

	/**
	 * Pays the transfer invoices of a subscription.
	 *
	 * @param subscriptionId whose invoices
	 * @param afterDays how many days after the issue date
	 * @param percent how much of the gross
	 * @param writes how the reference is written: as-is, lower, spaced, or dollars for
	 * the right one in another currency
	 */
	record Payer(String subscriptionId, int afterDays, int percent, String writes) {

		/** The row of payers.csv. */
		List<String> row() {
			return List.of(this.subscriptionId, String.valueOf(this.afterDays), String.valueOf(this.percent),
					this.writes);
		}

		/**
		 * The bank line that pays an invoice, as it stands in the file of the day on
		 * which it is booked.
		 * @param number the number of the invoice
		 * @param gross its gross
		 * @param issuedOn its issue date
		 */
		List<String> bankLine(String number, Money gross, LocalDate issuedOn) {
			Money amount = gross.times(BigDecimal.valueOf(this.percent, 2));
			return List.of("PAY-%s-%d".formatted(number, this.afterDays), issuedOn.plusDays(this.afterDays).toString(),
					amount.digits(), this.writes.equals("dollars") ? "USD" : gross.currency().getCurrencyCode(),
					reference(number), "payer of " + this.subscriptionId);
		}

		private String reference(String number) {
			return switch (this.writes) {
				case "lower" -> number.toLowerCase(Locale.ROOT);
				case "spaced" -> number.replace("-", "- ");
				default -> number;
			};
		}

	}

}
