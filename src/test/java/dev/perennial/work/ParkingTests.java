package dev.perennial.work;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 11.3: one bad item is parked and never stops the others. */
@Tag("mysql")
@DatabaseTest
class ParkingTests {

	private static TestDatabase database;

	private static Toy toy;

	private static ToyProcess process;

	private final BookCustomers book;

	ParkingTests(TestDatabase testDatabase) {
		this.book = new BookCustomers(JdbcClient.create(testDatabase.app()));
	}

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		toy = new Toy(database);
		process = new ToyProcess(database.app(), "--jobs.toy.chunk-size=3", ToyProcess.ONE_WORKER,
				ToyProcess.LONG_LEASE);
	}

	@AfterAll
	static void close() {
		process.close();
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, 4);
	}

	@Test
	void parksTheOneBadItemAndDoesTheOthersOfItsChunk() {
		toy.customer("bad");
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("book-customers").get(0)).startsWith("bad PARKED").contains("toy_booking");
		assertThat(toy.items("book-customers").subList(1, 5)).containsExactly("c0001 DONE", "c0002 DONE", "c0003 DONE",
				"c0004 DONE");
		assertThat(toy.one("SELECT CONCAT(toy, ' ', number) FROM toy_booking ORDER BY number"))
			.containsExactly("c0001 2", "c0002 3", "c0003 4", "c0004 5");
	}

	@Test
	void recordsWhatIsHeldWithItsReason() {
		toy.customer("held");
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("book-customers")).contains("held SKIPPED HELD").hasSize(5);
	}

	@Test
	void failsTheJobWhenTooManyItemsAreBad() {
		for (int i = 0; i < 101; i++) {
			toy.customer("bad" + i);
		}
		RunEnd end = process.run(job());
		assertThat(end.state()).isEqualTo(RunState.FAILED);
		assertThat(end.error()).contains("parked 101 of 105 items");
		assertThat(toy.one("SELECT CONCAT(state, ' ', error) FROM batch_run")).containsExactly("FAILED " + end.error());
	}

	@Test
	void bearsManyBadItemsWhenTheyAreFewAmongTheMany() {
		toy.again(database, 3000);
		for (int i = 0; i < 101; i++) {
			toy.customer("bad" + i);
		}
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.one("SELECT CONCAT_WS(' ', planned, done, skipped, parked) FROM batch_step"))
			.containsExactly("3101 3000 0 101");
	}

	@Test
	void triesParkedItemsAgainWhenAFailedJobIsStartedAgain() {
		for (int i = 0; i < 101; i++) {
			toy.customer("bad" + i);
		}
		process.run(job());
		toy.sql("ALTER TABLE toy_booking DROP CONSTRAINT " + toy.one("""
				SELECT constraint_name FROM information_schema.table_constraints
				WHERE constraint_schema = DATABASE() AND table_name = 'toy_booking' AND constraint_type = 'CHECK'
				""").get(0));
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.one("SELECT CONCAT_WS(' ', planned, done, skipped, parked) FROM batch_step"))
			.containsExactly("105 105 0 0");
		assertThat(toy.one("SELECT COUNT(DISTINCT number) FROM toy_booking")).containsExactly("105");
		toy.create();
	}

	@Test
	void failsTheJobWhereNothingMayBeParked() {
		toy.customer("bad");
		BookCustomers strict = new BookCustomers(JdbcClient.create(database.app())) {
			@Override
			public boolean parks() {
				return false;
			}
		};
		RunEnd end = process.run(NightlyJob.of("toy", strict));
		assertThat(end.state()).isEqualTo(RunState.FAILED);
		assertThat(toy.items("book-customers").get(0)).isEqualTo("bad PENDING");
		assertThat(toy.one("SELECT COUNT(*) FROM toy_booking")).containsExactly("0");
	}

	@Test
	void keepsSecretsOutOfTheErrorOfAParkedItem() {
		toy.customer("c9");
		this.book.before = (chunk) -> {
			if (chunk.keys().contains("c9")) {
				throw new IllegalStateException("pm_card_visa of 4242 4242 4242 4242\n\tat the till");
			}
		};
		process.run(job());
		assertThat(toy.items("book-customers").get(4))
			.isEqualTo("c9 PARKED IllegalStateException: *** of *** at the till");
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", this.book);
	}

}
