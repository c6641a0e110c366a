package dev.perennial.work;

/**
 * What a night does not do without a person's word.
 */
public enum Question {

	/** To run a date that is long past (rules 1.7). */
	LATE_NIGHT,

	/** To charge unusually many cards (rules 11.5). */
	CHARGES,

	/** To send unusually many mails (rules 11.5). */
	MAILS,

	/** To close the day in spite of violated invariants (rules 11.7). */
	VIOLATIONS

}
