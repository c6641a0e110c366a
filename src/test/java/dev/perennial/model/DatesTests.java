package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The dates of the rules' own examples. */
class DatesTests {

	/** Rules 1.3: the table. */
	@ParameterizedTest
	@CsvSource({ "2025-06-23, 0, 2025-06-23, 2026-06-22", "2025-06-23, 1, 2026-06-23, 2027-06-22",
			"2024-02-29, 0, 2024-02-29, 2025-02-27", "2024-02-29, 1, 2025-02-28, 2026-02-27",
			"2024-02-29, 2, 2026-02-28, 2027-02-27", "2024-02-29, 3, 2027-02-28, 2028-02-28",
			"2024-02-29, 4, 2028-02-29, 2029-02-27", "2023-03-01, 0, 2023-03-01, 2024-02-29",
			"2023-03-01, 1, 2024-03-01, 2025-02-28" })
	void computesEveryTermFromItsAnchor(LocalDate anchor, int n, LocalDate starts, LocalDate ends) {
		Span span = new Span(anchor, n);
		assertThat(span.starts()).isEqualTo(starts);
		assertThat(span.ends()).isEqualTo(ends);
		assertThat(Span.of(anchor, starts)).isEqualTo(span);
	}

	/** Rules 4.1: the examples. */
	@ParameterizedTest
	@CsvSource({ "2026-06-22, 2026-06-23, 2026-07-22", "2018-10-15, 2018-10-16, 2018-11-14",
			"2028-01-30, 2028-01-31, 2028-02-29" })
	void opensTheWindowOnTheDayAfterTheLastForThirtyDays(LocalDate e, LocalDate first, LocalDate last) {
		assertThat(Dates.windowOpens(e)).isEqualTo(first);
		assertThat(Dates.windowCloses(e)).isEqualTo(last);
		assertThat(Dates.inWindow(e, e)).isFalse();
		assertThat(Dates.inWindow(first, e)).isTrue();
		assertThat(Dates.inWindow(last, e)).isTrue();
		assertThat(Dates.inWindow(last.plusDays(1), e)).isFalse();
	}

	/** Rules 3.6: max(E+1, sent+15), none later than E+30. */
	@ParameterizedTest
	@CsvSource({ "2026-05-11, 2026-06-23", "2026-06-08, 2026-06-23", "2026-06-09, 2026-06-24",
			"2026-07-07, 2026-07-22" })
	void chargesFifteenDaysAfterTheNotice(LocalDate sent, LocalDate charged) {
		assertThat(Dates.chargeDay(LocalDate.of(2026, 6, 22), sent)).contains(charged);
		assertThat(Dates.chargeDay(LocalDate.of(2026, 6, 22), LocalDate.of(2026, 7, 8))).isEmpty();
	}

	/** Rules 6.3: E+2, E+4, E+8, E+15, E+25. */
	@Test
	void triesADeclinedCardAgainOnFiveDays() {
		LocalDate e = LocalDate.of(2026, 6, 22);
		List<String> days = new ArrayList<>();
		Optional<LocalDate> day = Dates.nextAttempt(e, e.plusDays(1));
		while (day.isPresent()) {
			days.add(day.get().toString());
			day = Dates.nextAttempt(e, day.get());
		}
		assertThat(days).containsExactly("2026-06-24", "2026-06-26", "2026-06-30", "2026-07-07", "2026-07-17");
	}

	/** Rules 3.5: E+30, but not before D+7. */
	@Test
	void givesATransferAtLeastSevenDays() {
		LocalDate e = LocalDate.of(2026, 6, 22);
		assertThat(Dates.dueOfAutomatic(e, e.plusDays(1))).isEqualTo("2026-07-22");
		assertThat(Dates.dueOfAutomatic(e, e.plusDays(23))).isEqualTo("2026-07-22");
		assertThat(Dates.dueOfAutomatic(e, e.plusDays(24))).isEqualTo("2026-07-23");
		assertThat(Dates.dueOfAsked(LocalDate.of(2028, 1, 30))).isEqualTo("2028-02-29");
	}

}
