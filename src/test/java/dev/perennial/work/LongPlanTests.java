package dev.perennial.work;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.FaultyDataSource.Fault;
import dev.perennial.work.launch.RunEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that is frozen in three ranges (rules 11.2, 11.4). */
@Tag("mysql")
@DatabaseTest
class LongPlanTests {

	private static final int CUSTOMERS = 25_000;

	private final TestDatabase database;

	private final Toy toy;

	private final FaultyDataSource dataSource;

	LongPlanTests(TestDatabase database) {
		this.database = database;
		this.toy = new Toy(database);
		this.dataSource = new FaultyDataSource(database.app());
	}

	@Test
	void aPlanKilledAfterItsFirstRangeGoesOnBehindIt() {
		try (ToyProcess process = new ToyProcess(this.dataSource, "--work.restarts=0");
				ToyProcess successor = new ToyProcess(this.dataSource)) {
			int commit = 0;
			while (planned() == 0) {
				this.toy.again(this.database, CUSTOMERS);
				this.dataSource.live(Fault.KILLED_AFTER, ++commit);
				runUntilKilled(process);
			}
			assertThat(planned()).isEqualTo(10_000);
			this.dataSource.live();
			assertThat(successor.run(job())).isEqualTo(RunEnd.COMPLETED);
		}
		assertThat(this.toy.one("SELECT item_key FROM batch_item ORDER BY ordinal"))
			.isEqualTo(this.toy.one("SELECT id FROM toy ORDER BY id"));
		assertThat(
				this.toy.one("SELECT CONCAT_WS(' ', MIN(ordinal), MAX(ordinal), state) FROM batch_item GROUP BY state"))
			.containsExactly("1 25000 DONE");
		assertThat(this.toy.one("SELECT CONCAT_WS(' ', state, planned, done) FROM batch_step"))
			.containsExactly("COMPLETED 25000 25000");
		this.toy.drop();
	}

	@Test
	void aKeyThatIsFoundTwiceIsPlannedOnce() {
		this.toy.again(this.database, 3);
		this.dataSource.live();
		try (ToyProcess process = new ToyProcess(this.dataSource, ToyProcess.LONG_LEASE)) {
			assertThat(
					process.run(job("SELECT id AS item_key FROM toy UNION ALL SELECT id FROM toy WHERE id <> 'c0002'")))
				.isEqualTo(RunEnd.COMPLETED);
		}
		assertThat(this.toy.items("look-at-customers")).containsExactly("c0001 DONE", "c0002 DONE", "c0003 DONE");
		this.toy.drop();
	}

	private long planned() {
		return Long.parseLong(this.toy.one("SELECT COUNT(*) FROM batch_item").get(0));
	}

	private void runUntilKilled(ToyProcess process) {
		try {
			process.run(job());
		}
		catch (Killed ex) {
			// A killed process does not come to an end.
		}
	}

	private static NightlyJob job() {
		return job("SELECT id AS item_key FROM toy");
	}

	private static NightlyJob job(String plan) {
		return NightlyJob.of("toy", new LookAtCustomers(plan));
	}

	/** Does nothing, many times. */
	private record LookAtCustomers(String sql) implements RowWork {

		@Override
		public String name() {
			return "look-at-customers";
		}

		@Override
		public Plan plan(Run run) {
			return Plan.of(this.sql);
		}

		@Override
		public Outcomes execute(Run run, Chunk chunk) {
			return Outcomes.done();
		}

	}

}
