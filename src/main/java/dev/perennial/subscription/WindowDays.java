package dev.perennial.subscription;

import java.time.LocalDate;

/**
 * The days of a renewal window, E+1 .. E+30, both inclusive (rules 4.1).
 *
 * @param expiredOn E, the last day of the term
 * @param opensOn the first day on which the partner can renew
 * @param closesOn the last one
 */
public record WindowDays(LocalDate expiredOn, LocalDate opensOn, LocalDate closesOn) {

	/**
	 * The window after a term.
	 * @param expiredOn the term's last day
	 * @param days how many days it is open
	 */
	public static WindowDays after(LocalDate expiredOn, int days) {
		return new WindowDays(expiredOn, expiredOn.plusDays(1), expiredOn.plusDays(days));
	}

	public boolean contains(LocalDate day) {
		return !day.isBefore(this.opensOn) && !day.isAfter(this.closesOn);
	}

	/** Whether the window is over in the night of a day. */
	public boolean isOverOn(LocalDate day) {
		return day.isAfter(this.closesOn);
	}

}
