package dev.perennial.job.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The checks find nothing in a consistent world, and say what they left out. */
@Tag("mysql")
@TestInstance(Lifecycle.PER_CLASS)
class ChecksTests {

	private static final Map<String, Object> LEFT_OUT = Map.of("I10",
			Map.of("CANCEL_REQUEST_OPEN", 1L, "NOTICE_TOO_RECENT", 1L, "PARKED", 1L), "I20", Map.of("PARKED", 1L),
			"I31", Map.of("PARKED", 1L), "I33", Map.of("PARKED", 1L));

	private World world;

	@BeforeAll
	void makeWorld() throws SQLException {
		this.world = World.guarded();
	}

	@AfterEach
	void undo() throws SQLException {
		this.world.undo();
	}

	@AfterAll
	void close() throws SQLException {
		this.world.close();
	}

	@Test
	void findNothingInAConsistentWorld() {
		Findings everything = this.world.everything();
		assertThat(everything.violations()).isEmpty();
		assertThat(everything.found()).isZero();
		assertThat(everything.checked()).hasSize(47);
		assertThat(this.world.night().violations()).isEmpty();
	}

	@Test
	void countWhatIsParkedOrRightlyHeld() {
		assertThat(leftOut(this.world.night())).isEqualTo(LEFT_OUT);
		assertThat(leftOut(this.world.everything())).isEqualTo(LEFT_OUT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					I41 | CANCEL_REQUEST_OPEN | UPDATE subscription_hold SET subscription_id = 'ahead', hold_key = 'r-8' WHERE ended_in IS NULL
					I41 | TAX_UNAVAILABLE     | INSERT INTO vat_answer VALUES ('DE123456788', '2026-06-23', 'UNAVAILABLE')
					I41 | PARKED              | INSERT INTO batch_step (step_id, run_id, step, state, planned, parked) VALUES (9, 7, 'plan-notices', 'COMPLETED', 1, 1); INSERT INTO batch_item VALUES (9, 1, 'ahead', 'PARKED', NULL, 'PRICE_MISSING')
					""")
	void leaveOutANoticeThatWaitsOnItsLastDay(String id, String reason, String sql) {
		this.world.apply(Break.of(reason,
				"""
						DELETE FROM mail_delivery WHERE notice_id IN (SELECT notice_id FROM notice WHERE subscription_id = 'ahead');
						DELETE FROM notice WHERE subscription_id = 'ahead';
						"""
						+ sql,
				id, null, false));
		Findings night = this.world.night(List.of(id));
		assertThat(night.violations()).isEmpty();
		assertThat(leftOut(night)).isEqualTo(Map.of(id, Map.of(reason, 1L)));
	}

	@Test
	void listAHundredViolationsAndCountAll() {
		this.world.apply(Break.of("many nights are missing", "DELETE FROM night WHERE DAYOFYEAR(business_date) % 2 = 0",
				"I49", null, false));
		Findings everything = this.world.everything(List.of("I49"));
		assertThat(everything.violations()).hasSize(100);
		assertThat(everything.found()).isGreaterThan(200);
	}

	@Test
	void readOnly() {
		Invariant asks = new Invariant("I00", "the transaction is read-only", """
				SELECT @@transaction_isolation AS subject, 'read-only' AS detail WHERE @@transaction_read_only = 1
				""");
		try (TestDatabase database = TestDatabase.take()) {
			assertThat(Checks.reading(database.app(), List.of(asks)).ofEverything(World.D, World.LIMITS).violations())
				.extracting(Violation::subject)
				.containsExactly("REPEATABLE-READ");
		}
	}

	private static Map<String, SortedMap<String, Long>> leftOut(Findings findings) {
		return findings.withLeftOut()
			.stream()
			.collect(Collectors.toMap((checked) -> checked.invariant().id(), Checked::leftOut));
	}

}
