package dev.perennial.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** The dates that the rules compute from E, the last day of a term. */
final class Dates {

	/** Rules 3.3, 4.1: the days after E in which a renewal is possible. */
	static final int WINDOW = 30;

	/** Rules 3.6: the days between the renewal notice and the charge. */
	static final int NOTICE = 15;

	/** Rules 6.3: the days after E on which a declined card is tried again. */
	private static final int[] RETRIES = { 2, 4, 8, 15, 25 };

	private Dates() {
	}

	static LocalDate windowOpens(LocalDate e) {
		return e.plusDays(1); // 4.1
	}

	static LocalDate windowCloses(LocalDate e) {
		return e.plusDays(WINDOW); // 4.1
	}

	static boolean inWindow(LocalDate day, LocalDate e) {
		// 3.3, 4.1: both ends inclusive
		return day.isAfter(e) && !day.isAfter(windowCloses(e));
	}

	/** The first day on which a card may be charged automatically, if there is one. */
	static Optional<LocalDate> chargeDay(LocalDate e, LocalDate noticeSent) {
		LocalDate day = latest(e.plusDays(1), noticeSent.plusDays(NOTICE)); // 3.6
		return day.isAfter(windowCloses(e)) ? Optional.empty() : Optional.of(day); // 3.6
	}

	/** The day of the next attempt after a soft decline on this day, if any is left. */
	static Optional<LocalDate> nextAttempt(LocalDate e, LocalDate declined) {
		return IntStream.of(RETRIES).mapToObj(e::plusDays).filter((day) -> day.isAfter(declined)).findFirst(); // 6.3
	}

	static LocalDate dueOfAutomatic(LocalDate e, LocalDate claimed) {
		return latest(windowCloses(e), claimed.plusDays(7)); // 3.5
	}

	static LocalDate dueOfAsked(LocalDate ordered) {
		return ordered.plusDays(30); // 7.3
	}

	static LocalDate latest(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
