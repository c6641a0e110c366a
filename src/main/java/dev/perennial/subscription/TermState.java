package dev.perennial.subscription;

/** Whether a term runs. */
public enum TermState {

	/** Paid, and not over. */
	ACTIVE,

	/** Over. */
	ENDED,

	/** Ended before its last day, and refunded. */
	CANCELLED

}
