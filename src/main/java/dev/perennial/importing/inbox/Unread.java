package dev.perennial.importing.inbox;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.money.Money;
import dev.perennial.subscription.PartnerRequest;

/**
 * What lies in files that are not stored yet.
 *
 * @param requests what partners ask
 * @param bankLines what they paid
 */
public record Unread(List<Asked> requests, List<Paid> bankLines) {

	/** Nothing lies there. */
	public static final Unread NOTHING = new Unread(List.of(), List.of());

	/**
	 * A line of a requests file.
	 *
	 * @param rowKey names the line, and sorts as requests are worked off
	 * @param request what is asked for; the token of its card is not in it
	 */
	public record Asked(String rowKey, PartnerRequest request) {

	}

	/**
	 * A line of a bank file.
	 *
	 * @param rowKey names the line, and sorts as lines are matched
	 * @param entryId the bank's id of it
	 * @param bookedOn the day of the booking
	 * @param amount what arrived
	 * @param reference what the payer wrote
	 */
	public record Paid(String rowKey, String entryId, LocalDate bookedOn, Money amount, String reference) {

		static Paid of(BankLine line) {
			return new Paid(line.rowKey(), line.entryId(), line.bookedOn(), line.amount(),
					line.remittance().reference());
		}

	}

}
