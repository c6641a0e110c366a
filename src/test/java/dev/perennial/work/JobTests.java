package dev.perennial.work;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 11.2 to 11.4, with one job through the engine. */
@Tag("mysql")
@DatabaseTest
class JobTests {

	private static TestDatabase database;

	private static FaultyDataSource dataSource;

	private static Toy toy;

	private static ToyProcess process;

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		dataSource = new FaultyDataSource(database.app());
		toy = new Toy(database);
		process = new ToyProcess(dataSource, ToyProcess.LONG_LEASE);
	}

	@AfterAll
	static void close() {
		process.close();
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, 7);
		dataSource.live();
	}

	@Test
	void accountsForEachItem() {
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("pay-customers")).containsExactly("c0001 DONE", "c0002 DONE", "c0003 DONE", "c0004 DONE",
				"c0005 DONE", "c0006 DONE", "c0007 SKIPPED SEVEN");
		assertThat(toy.one("SELECT CONCAT_WS(' ', step, state, planned, done, skipped, parked) FROM batch_step"))
			.containsExactly("book-customers COMPLETED 7 7 0 0", "pay-customers COMPLETED 7 6 1 0");
	}

	@Test
	void doesNothingWhenItIsRunAgainAfterItCompleted() {
		process.run(job());
		toy.customer("c0008");
		int before = dataSource.commits();
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("book-customers")).hasSize(7);
		assertThat(dataSource.commits() - before).isLessThanOrEqualTo(3);
	}

	@Test
	void costsAtMostTwelveCommitsWhenThereIsNothingToDo() {
		toy.again(database, 1);
		toy.sql("DELETE FROM toy");
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(dataSource.commits()).isLessThanOrEqualTo(12);
		assertThat(toy.one("SELECT CONCAT_WS(' ', step, state, planned) FROM batch_step"))
			.containsExactly("book-customers COMPLETED 0", "pay-customers COMPLETED 0");
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", new BookCustomers(JdbcClient.create(dataSource)),
				new PayCustomers(JdbcClient.create(dataSource), new Pace(2, 2, 4, RateLimiter.unlimited())));
	}

}
