package dev.perennial.subscription;

import java.time.LocalDate;

/**
 * First and last day of a term, both inclusive.
 *
 * @param startsOn the first day
 * @param endsOn the last day
 */
public record TermDates(LocalDate startsOn, LocalDate endsOn) {

	/**
	 * Term n of an anchor, always computed from the anchor (rules 1.3).
	 * @param anchor the anchor
	 * @param n 0 for the term that starts on the anchor
	 */
	public static TermDates nth(LocalDate anchor, int n) {
		return new TermDates(anchor.plusYears(n), anchor.plusYears(n + 1L).minusDays(1));
	}

	/**
	 * The term of an anchor that starts on a day.
	 * @throws IllegalArgumentException if none does
	 */
	public static TermDates startingOn(LocalDate anchor, LocalDate day) {
		TermDates dates = nth(anchor, day.getYear() - anchor.getYear());
		if (day.isBefore(anchor) || !dates.startsOn.equals(day)) {
			throw new IllegalArgumentException("no term of anchor %s starts on %s".formatted(anchor, day));
		}
		return dates;
	}

	/**
	 * The term after one of the same anchor.
	 */
	public static TermDates following(LocalDate anchor, TermDates dates) {
		return nth(anchor, dates.startsOn.getYear() - anchor.getYear() + 1);
	}

}
