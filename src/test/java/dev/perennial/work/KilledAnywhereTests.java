package dev.perennial.work;

import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.FaultyDataSource.When;
import dev.perennial.work.launch.RunEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 11.4: killed anywhere, started again, the same final rows. */
@Tag("verify")
@Tag("mysql")
@DatabaseTest
class KilledAnywhereTests {

	private final TestDatabase database;

	private final FaultyDataSource dataSource;

	KilledAnywhereTests(TestDatabase database) {
		this.database = database;
		this.dataSource = new FaultyDataSource(database.app());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
	void aJobKilledAtAnyCommitEndsWithTheRowsOfAnUndisturbedOne(When when) {
		Toy toy = new Toy(this.database);
		try (ToyProcess process = new ToyProcess(this.dataSource, "--work.restarts=0")) {
			List<String> undisturbed = undisturbed(process, toy);
			int commit = 0;
			boolean killed = true;
			while (killed) {
				toy.again(this.database, 7);
				PayCustomers pay = pay();
				killed = killedAt(++commit, when, process, pay);
				this.dataSource.live(When.NEVER, 0);
				assertThat(process.run(job(pay))).isEqualTo(RunEnd.COMPLETED);
				assertThat(toy.rows()).as("killed %s commit %d", when, commit).isEqualTo(undisturbed);
				assertThat(pay.books).hasSize(6);
			}
			assertThat(commit).isGreaterThan(20);
		}
		finally {
			toy.drop();
		}
	}

	private List<String> undisturbed(ToyProcess process, Toy toy) {
		toy.customers(7);
		assertThat(process.run(job(pay()))).isEqualTo(RunEnd.COMPLETED);
		return toy.rows();
	}

	/** Whether it died: from some commit on, a run survives. */
	private boolean killedAt(int commit, When when, ToyProcess process, PayCustomers pay) {
		this.dataSource.live(when, commit);
		try {
			process.run(job(pay));
		}
		catch (Killed ex) {
			// As it should be: a killed process does not come to an end.
		}
		return this.dataSource.dead();
	}

	private PayCustomers pay() {
		return new PayCustomers(JdbcClient.create(this.dataSource), new Pace(2, 2, 4, RateLimiter.unlimited()));
	}

	private NightlyJob job(PayCustomers pay) {
		return NightlyJob.of("toy", new BookCustomers(JdbcClient.create(this.dataSource)), pay);
	}

}
