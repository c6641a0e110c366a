package dev.perennial.order;

import dev.perennial.money.Money;

/**
 * What we owe a partner of a payment (rules 4.4, 7.2, 7.3).
 *
 * @param paymentId the payment
 * @param amount the part of it that is owed
 * @param reason why
 */
public record PartnerCredit(String paymentId, Money amount, Reason reason) {

	/** Why money is owed back. */
	public enum Reason {

		/** More was paid than was open. */
		OVERPAID,

		/** The order that it was paid for ended. */
		ORDER_ENDED,

		/** A cancellation was resolved by a refund of a transfer (rules 10.2). */
		REFUND

	}

}
