package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;

/**
 * A term that ends on a given day, with an anchor some years back (rules 1.3).
 *
 * @param anchor the date the terms are computed from
 * @param startsOn the first day
 * @param endsOn E, the last day
 */
record TermOfAnchor(LocalDate anchor, LocalDate startsOn, LocalDate endsOn) {

	private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

	/**
	 * The term that ends on a day.
	 * @param endsOn its last day
	 * @param age how many years the anchor lies before its first day
	 */
	static TermOfAnchor ending(LocalDate endsOn, int age) {
		LocalDate next = endsOn.plusDays(1);
		// a term that begins on 29 February follows only from an anchor on one
		int years = MonthDay.from(next).equals(LEAP_DAY) ? 4 : age + 1;
		LocalDate anchor = next.minusYears(years);
		return new TermOfAnchor(anchor, anchor.plusYears(years - 1L), endsOn);
	}

	/** The term in which a day lies, of an anchor on a 29 February before it. */
	static TermOfAnchor of29FebruaryAround(LocalDate day) {
		int year = day.getYear() - 1;
		while (!Year.isLeap(year)) {
			year--;
		}
		LocalDate anchor = LEAP_DAY.atYear(year);
		int years = 0;
		while (!anchor.plusYears(years + 1L).isAfter(day)) {
			years++;
		}
		return new TermOfAnchor(anchor, anchor.plusYears(years), anchor.plusYears(years + 1L).minusDays(1));
	}

}
