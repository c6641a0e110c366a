package dev.perennial.order;

import java.time.LocalDate;

import dev.perennial.money.Money;

/**
 * Money that arrived for an order.
 *
 * @param id {@code CARD:} and the merchant reference, or {@code BANK:} and the entry id
 * @param orderNumber for which order
 * @param amount what arrived
 * @param receivedIn the business date of the night that learnt of it
 */
public record Payment(String id, String orderNumber, Money amount, LocalDate receivedIn) {

	public static Payment byCard(String merchantReference, String orderNumber, Money amount, LocalDate day) {
		return new Payment("CARD:" + merchantReference, orderNumber, amount, day);
	}

	public static Payment byTransfer(String entryId, String orderNumber, Money amount, LocalDate day) {
		return new Payment("BANK:" + entryId, orderNumber, amount, day);
	}

	public boolean isByCard() {
		return this.id.startsWith("CARD:");
	}

}
