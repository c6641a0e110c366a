package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.night.NightRequest.Consent;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.ParkingLimit;
import dev.perennial.work.Question;
import dev.perennial.work.Run;
import dev.perennial.work.lease.Lease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a night waits for a person: more than 100, and more than three times the median of
 * the closed nights among the last 14 (rules 11.5), or more than 7 days late (rules 1.7).
 */
@DatabaseTest
class NightApprovalTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 22);

	private static final Consent NOBODY = new Consent("test", false, null);

	@TempDir
	static Path folder;

	private static RunningProgram program;

	private final TestDatabase database;

	NightApprovalTests(TestDatabase database) {
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

	@BeforeEach
	void theNightOfD() {
		night(D, "OPEN", 0, 0);
	}

	@Test
	void aHundredNeverWait() {
		assertThat(waits(Question.CHARGES, 100)).isFalse();
		assertThat(waits(Question.CHARGES, 101)).as("the median of no night is 0").isTrue();
	}

	@Test
	void threeTimesTheMedianNeverWait() {
		for (int day = 1; day <= 13; day++) {
			night(D.minusDays(day), "CLOSED", 50, 0);
		}
		assertThat(waits(Question.CHARGES, 150)).isFalse();
		assertThat(waits(Question.CHARGES, 151)).isTrue();
	}

	@Test
	void theMedianOfAnEvenNumberOfNightsLiesBetweenTheTwoInTheMiddle() {
		night(D.minusDays(2), "CLOSED", 41, 0);
		night(D.minusDays(1), "CLOSED", 60, 0);
		assertThat(waits(Question.CHARGES, 151)).as("50.5 x 3 = 151.5").isFalse();
		assertThat(waits(Question.CHARGES, 152)).isTrue();
	}

	@Test
	void oneNightOfManyDoesNotMoveTheMedian() {
		night(D.minusDays(3), "CLOSED", 10, 0);
		night(D.minusDays(2), "CLOSED", 100_000, 0);
		night(D.minusDays(1), "CLOSED", 10, 0);
		assertThat(waits(Question.CHARGES, 101)).isTrue();
	}

	@Test
	void onlyTheLastFourteenNightsCount() {
		night(D.minusDays(15), "CLOSED", 1000, 0);
		assertThat(waits(Question.CHARGES, 101)).isTrue();
		night(D.minusDays(14), "CLOSED", 1000, 0);
		assertThat(waits(Question.CHARGES, 3000)).isFalse();
		assertThat(waits(Question.CHARGES, 3001)).isTrue();
	}

	@Test
	void mailsAreComparedWithMails() {
		night(D.minusDays(1), "CLOSED", 1000, 50);
		assertThat(waits(Question.CHARGES, 3000)).isFalse();
		assertThat(waits(Question.MAILS, 150)).isFalse();
		assertThat(waits(Question.MAILS, 151)).isTrue();
	}

	@Test
	void anApprovalIsRememberedAndCoversAllThatTheNightAsks() {
		assertThat(waits(Question.CHARGES, 101, new Consent("anna", true, null))).isFalse();
		assertThat(texts("SELECT approved_by FROM night WHERE business_date = '2026-06-22'")).containsExactly("anna");
		assertThat(waits(Question.CHARGES, 500)).isFalse();
		assertThat(waits(Question.MAILS, 500)).isFalse();
	}

	@Test
	void anApprovalOfANightIsNoneOfTheNext() {
		night(D.plusDays(1), "OPEN", 0, 0);
		program.bean(Lease.class).hold(D, () -> {
			NightApproval approval = program.bean(NightApproval.class);
			approval.consent(new Consent("anna", true, null));
			approval.ask(run(D), Question.CHARGES, 101);
			assertThat(missing(() -> approval.ask(run(D.plusDays(1)), Question.CHARGES, 101))).isTrue();
			return D;
		});
	}

	@Test
	void waitsWhenItsFirstStartIsMoreThanSevenDaysLate() {
		assertThat(late(D.plusDays(7))).isFalse();
		assertThat(late(D.plusDays(8))).isTrue();
		assertThat(texts("SELECT waits_for FROM night WHERE business_date = '2026-06-22'"))
			.containsExactly("LATE_NIGHT");
	}

	private static boolean late(LocalDate today) {
		NightApproval approval = program.bean(NightApproval.class);
		NightRow row = new NightRow(D, false, today, settings(), null, null);
		NightLimits limits = program.bean(NightRules.class).limits(settings());
		return program.bean(Lease.class).hold(D, () -> {
			approval.consent(NOBODY);
			return missing(() -> approval.askLate(row, limits));
		});
	}

	private static boolean waits(Question question, long count) {
		return waits(question, count, NOBODY);
	}

	private static boolean waits(Question question, long count, Consent consent) {
		NightApproval approval = program.bean(NightApproval.class);
		return program.bean(Lease.class).hold(D, () -> {
			approval.consent(consent);
			return missing(() -> approval.ask(run(D), question, count));
		});
	}

	private static boolean missing(Runnable asked) {
		try {
			asked.run();
			return false;
		}
		catch (ApprovalMissing ex) {
			return true;
		}
	}

	private static Run run(LocalDate date) {
		return new Run(1, "renewals", date, date, "", settings(), new ParkingLimit(100, 5));
	}

	private static String settings() {
		return program.bean(NightRules.class).text();
	}

	private void night(LocalDate date, String state, long charges, long mails) {
		this.database.ownerJdbc()
			.sql("""
					INSERT INTO night (business_date, state, today, settings, charges, mails)
					VALUES (:date, :state, :date, :settings, :charges, :mails)
					""")
			.param("date", date)
			.param("state", state)
			.param("settings", settings())
			.param("charges", charges)
			.param("mails", mails)
			.update();
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
