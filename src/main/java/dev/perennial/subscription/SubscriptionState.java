package dev.perennial.subscription;

/** The states of a subscription (rules 2.2); LAPSED and CANCELLED are final. */
public enum SubscriptionState {

	/** Ordered and not paid. */
	PENDING,

	/** Inside a paid term. */
	ACTIVE,

	/** Expired, and renewable for a while. */
	IN_WINDOW,

	/** Expired, and the window is over. */
	LAPSED,

	/** Ended before its time. */
	CANCELLED

}
