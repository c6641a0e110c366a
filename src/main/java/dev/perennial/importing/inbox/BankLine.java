package dev.perennial.importing.inbox;

import java.time.LocalDate;

import dev.perennial.money.Money;

/**
 * A line of a bank file.
 *
 * @param rowKey names the line, and sorts as lines are matched
 * @param entryId the bank's id of it
 * @param bookedOn the day of the booking
 * @param amount what arrived; negative for what was taken back
 * @param remittance what the payer gave with it
 */
record BankLine(String rowKey, String entryId, LocalDate bookedOn, Money amount, Remittance remittance) {

	/**
	 * What a payer gave with an amount; each may be empty.
	 *
	 * @param reference what the payer wrote
	 * @param payer who paid
	 */
	record Remittance(String reference, String payer) {

	}

}
