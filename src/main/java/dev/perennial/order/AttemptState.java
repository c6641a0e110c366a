package dev.perennial.order;

/** How an attempt to charge a card ended, or that it has not (rules 6.2). */
public enum AttemptState {

	/** Committed, and perhaps sent. */
	INTENT, SUCCEEDED, DECLINED_SOFT, DECLINED_HARD,

	/** Sent, and nobody knows. */
	UNKNOWN,

	/** Looked up, and the gateway knows of no charge. */
	NOT_CHARGED

}
