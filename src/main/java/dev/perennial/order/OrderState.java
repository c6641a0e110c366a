package dev.perennial.order;

/** The states of an order. */
public enum OrderState {

	/** Waits for its payment: the live order of its renewal. */
	OPEN,

	/** Paid in full; its term has started. */
	PAID,

	/** No attempt is left to charge the card (rules 6.3). */
	FAILED,

	/** Not paid in time. */
	EXPIRED,

	/** Replaced, or not wanted any more. */
	CANCELLED,

	/** Paid, and paid back. */
	REFUNDED

}
