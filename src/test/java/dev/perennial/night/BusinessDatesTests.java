package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.perennial.night.NightSettings.Today;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.lease.FencedTransactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which night runs next (rules 1.2, 1.4, 1.7). Now is one minute before 2026-06-23. */
@DatabaseTest
class BusinessDatesTests {

	private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-22T23:59:00Z"), ZoneOffset.UTC);

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 22);

	@TempDir
	static Path folder;

	private static RunningProgram program;

	private final TestDatabase database;

	BusinessDatesTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeAll
	static void start(TestDatabase database) throws IOException {
		program = new RunningProgram(database, folder);
	}

	@AfterAll
	static void stop() {
		program.close();
	}

	@Test
	void theFirstNightNeedsADate() {
		assertThat(real().oldestOpen()).isEmpty();
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> real().next(null))
			.withMessageContaining("expected --date");
	}

	@Test
	void theDateOfTheFirstNightIsFree() {
		assertThat(real().next(LocalDate.of(2026, 3, 1))).contains(LocalDate.of(2026, 3, 1));
		assertThat(real().next(TODAY)).contains(TODAY);
	}

	@Test
	void refusesADateAfterToday() {
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> real().next(TODAY.plusDays(1)))
			.withMessageContaining("2026-06-23 is after today, 2026-06-22");
	}

	@Test
	void todayIsTheDateInTheZoneOfTheSeller() {
		BusinessDates auckland = dates(ZoneId.of("Pacific/Auckland"), Today.REAL);
		assertThat(auckland.next(TODAY.plusDays(1))).contains(TODAY.plusDays(1));
	}

	@Test
	void aSimulationKnowsNoDateAfterToday() {
		assertThat(simulated().next(LocalDate.of(2027, 8, 1))).contains(LocalDate.of(2027, 8, 1));
	}

	@Test
	void theDayAfterTheLastClosedNightIsNext() {
		night("2026-06-18", "CLOSED");
		night("2026-06-19", "CLOSED");
		assertThat(real().next(null)).contains(LocalDate.of(2026, 6, 20));
		assertThat(real().next(LocalDate.of(2026, 6, 20))).contains(LocalDate.of(2026, 6, 20));
	}

	@Test
	void anOpenNightComesBeforeAllAfterIt() {
		night("2026-06-18", "CLOSED");
		night("2026-06-19", "OPEN");
		assertThat(real().next(null)).contains(LocalDate.of(2026, 6, 19));
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> real().next(LocalDate.of(2026, 6, 20)))
			.withMessageContaining("2026-06-20 is not next: the oldest open date is 2026-06-19");
	}

	@Test
	void refusesToLeaveADayOut() {
		night("2026-06-18", "CLOSED");
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> real().next(LocalDate.of(2026, 6, 20)))
			.withMessageContaining("the oldest open date is 2026-06-19");
	}

	@Test
	void refusesADateBeforeTheFirstNight() {
		night("2026-06-18", "CLOSED");
		assertThatExceptionOfType(NotStarted.class).isThrownBy(() -> real().next(LocalDate.of(2026, 6, 17)))
			.withMessageContaining("is not next");
	}

	@Test
	void aClosedNightIsDoneAlready() {
		night("2026-06-18", "CLOSED");
		night("2026-06-19", "CLOSED");
		assertThat(real().next(LocalDate.of(2026, 6, 18))).isEmpty();
		assertThat(real().next(LocalDate.of(2026, 6, 19))).isEmpty();
	}

	@Test
	void nothingIsOpenWhenTodayIsClosed() {
		night("2026-06-22", "CLOSED");
		assertThat(real().next(null)).isEmpty();
	}

	@Test
	void aCatchUpEndsWithTheRealTodayInASimulationToo() {
		night("2026-06-21", "CLOSED");
		assertThat(simulated().nextToCatchUp()).contains(TODAY);
		night("2026-06-22", "CLOSED");
		assertThat(simulated().nextToCatchUp()).isEmpty();
		assertThat(real().nextToCatchUp()).isEmpty();
	}

	private BusinessDates real() {
		return dates(ZoneOffset.UTC, Today.REAL);
	}

	private BusinessDates simulated() {
		return dates(ZoneOffset.UTC, Today.BUSINESS_DATE);
	}

	private BusinessDates dates(ZoneId zone, Today today) {
		return new BusinessDates(new Nights(this.database.jdbc()), program.bean(FencedTransactions.class),
				new NightSettings(zone, today, Duration.ofSeconds(30)), NOW);
	}

	private void night(String date, String state) {
		this.database.ownerJdbc()
			.sql("INSERT INTO night (business_date, state, today) VALUES (:date, :state, :date)")
			.param("date", date)
			.param("state", state)
			.update();
	}

}
