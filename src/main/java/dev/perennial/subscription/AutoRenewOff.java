package dev.perennial.subscription;

import java.time.LocalDate;

/**
 * Automatic renewal was switched off for a term; a term without one is ON, and nothing
 * takes it back (rules 3.2).
 *
 * @param seq the term
 * @param askedOn the day on which it was asked
 * @param switchedIn the business date of the night that read it
 * @param cause why
 */
public record AutoRenewOff(int seq, LocalDate askedOn, LocalDate switchedIn, Cause cause) {

	/** Why a term is OFF. */
	public enum Cause {

		/** It was imported so. */
		IMPORT,

		/** The partner asked. */
		REQUEST,

		/** A cancellation was resolved to the end of the term (rules 10.2). */
		CANCELLATION,

		/** The term before was OFF when its renewal was paid (rules 3.4). */
		CARRIED

	}

}
