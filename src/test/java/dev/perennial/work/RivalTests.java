package dev.perennial.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A chunk that the database rolled back is done again as a whole, and parks nothing. */
@Tag("verify")
@Tag("mysql")
@DatabaseTest
class RivalTests {

	private static TestDatabase database;

	private static Toy toy;

	private static ToyProcess process;

	private final JdbcClient jdbc;

	private final BookCustomers book;

	private final AtomicInteger tries = new AtomicInteger();

	RivalTests(TestDatabase testDatabase) {
		this.jdbc = JdbcClient.create(testDatabase.app());
		this.book = new BookCustomers(this.jdbc);
	}

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		toy = new Toy(database);
		process = new ToyProcess(database.app(), "--work.restarts=1");
	}

	@AfterAll
	static void close() {
		process.close();
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, 20);
	}

	@Test
	void losesNothingToADeadlock() {
		CountDownLatch rivalHoldsAll = new CountDownLatch(1);
		CountDownLatch weHoldTheFirst = new CountDownLatch(1);
		CompletableFuture<Void> rival = CompletableFuture
			.runAsync(() -> new TransactionTemplate(new JdbcTransactionManager(database.owner()))
				.executeWithoutResult((status) -> {
					JdbcClient owner = database.ownerJdbc();
					// The server rolls back whoever has written less.
					owner.sql("INSERT INTO toy_booking (toy, number) SELECT a.id, 0 FROM toy a, toy b").update();
					status.setRollbackOnly();
					owner.sql("UPDATE toy SET amount = amount + 1 WHERE id > 'c0001'").update();
					rivalHoldsAll.countDown();
					await(weHoldTheFirst);
					owner.sql("UPDATE toy SET amount = amount + 1 WHERE id = 'c0001'").update();
				}));
		await(rivalHoldsAll);
		this.book.after = (chunk) -> {
			if (this.tries.incrementAndGet() == 1) {
				lock("c0001");
				weHoldTheFirst.countDown();
				lock("c0002");
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		rival.join();
		assertThat(this.tries).hasValue(2);
		assertBookedOnce();
	}

	@Test
	void doesTheChunkAgainAsAWholeThreeTimes() {
		this.book.after = (chunk) -> {
			if (this.tries.incrementAndGet() <= 3) {
				throw new CannotAcquireLockException("a lock wait");
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(this.tries).hasValue(4);
		assertThat(toy.one("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).containsExactly("1");
		assertBookedOnce();
	}

	@Test
	void startsTheJobAgainByItselfWhenAChunkKeptFailing() {
		this.book.after = (chunk) -> {
			if (this.tries.incrementAndGet() <= 4) {
				throw new DataAccessResourceFailureException("the connection was lost");
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.one("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID"))
			.containsExactly("FAILED", "COMPLETED");
		assertBookedOnce();
	}

	@Test
	void failsTheJobWhenTheDatabaseStaysAway() {
		this.book.after = (chunk) -> {
			this.tries.incrementAndGet();
			throw new DataAccessResourceFailureException("the connection was lost");
		};
		RunEnd end = process.run(job());
		assertThat(end.state()).isEqualTo(RunState.FAILED);
		assertThat(end.error()).contains("the connection was lost");
		assertThat(this.tries).as("two starts, four tries each").hasValue(8);
		assertThat(toy.one("SELECT DISTINCT state FROM batch_item")).containsExactly("PENDING");
	}

	private void lock(String id) {
		this.jdbc.sql("SELECT amount FROM toy WHERE id = :id FOR UPDATE").param("id", id).query(Integer.class).single();
	}

	private static void assertBookedOnce() {
		assertThat(toy.one("SELECT CONCAT(COUNT(*), ' ', COUNT(DISTINCT toy), ' ', MAX(number)) FROM toy_booking"))
			.containsExactly("20 20 20");
		assertThat(toy.one("SELECT DISTINCT state FROM batch_item")).containsExactly("DONE");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", this.book);
	}

}
