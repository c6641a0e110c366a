package dev.perennial.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.StopSignal;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever stops a job stops it at a chunk's end, and a later start goes on from there.
 */
@Tag("verify")
@Tag("mysql")
@DatabaseTest
class StopTests {

	private static final int MANY = 1200;

	private static TestDatabase database;

	private static Toy toy;

	private final BookCustomers book;

	StopTests(TestDatabase testDatabase) {
		this.book = new BookCustomers(JdbcClient.create(testDatabase.app()));
	}

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		toy = new Toy(database);
	}

	@AfterAll
	static void close() {
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, MANY);
	}

	@Test
	void stopsWhenAnOperatorAsks() {
		try (ToyProcess process = process()) {
			this.book.before = (chunk) -> {
				// On a thread of its own, which is not in the transaction of the chunk
				CompletableFuture.runAsync(() -> process.bean(Lease.class).askHolderToStop()).join();
				awaitRequest(process.bean(StopSignal.class));
			};
			assertStopped(process.run(job()));
			assertGoesOn(process);
		}
	}

	@Test
	void stopsWhenTheProcessIsAskedToEnd() throws Exception {
		CountDownLatch working = new CountDownLatch(1);
		CompletableFuture<RunEnd> end;
		try (ToyProcess process = process()) {
			StopSignal stop = process.bean(StopSignal.class);
			this.book.before = (chunk) -> {
				working.countDown();
				awaitRequest(stop);
			};
			end = CompletableFuture.supplyAsync(() -> process.run(job()));
			assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(toy.one("SELECT CONCAT(state, ' ', COALESCE(owner, 'nobody')) FROM batch_run, night_lease"))
			.as("the end of the process waited for its chunks, and until the lease was given back")
			.containsExactly("STOPPED nobody");
		assertStopped(end.get());
		try (ToyProcess next = process()) {
			assertGoesOn(next);
		}
	}

	@Test
	void stopsWhenTheThreadThatStartedItIsInterrupted() {
		try (ToyProcess process = process()) {
			Thread starter = Thread.currentThread();
			this.book.before = (chunk) -> {
				starter.interrupt();
				// It has noticed, and at the latest with the next chunk it has said so.
				await(() -> !starter.isInterrupted());
			};
			assertStopped(process.run(job()));
			assertGoesOn(process);
		}
	}

	@Test
	void stopsWhenAWorkerIsInterrupted() {
		try (ToyProcess process = process()) {
			AtomicReference<Thread> first = new AtomicReference<>();
			this.book.before = (chunk) -> {
				if (first.compareAndSet(null, Thread.currentThread())) {
					Thread.currentThread().interrupt();
				}
			};
			assertStopped(process.run(job()));
			assertGoesOn(process);
		}
	}

	@Test
	void settlesWhatWasCalledBeforeItStops() {
		toy.again(database, 40);
		try (ToyProcess process = process()) {
			PayCustomers pay = new PayCustomers(JdbcClient.create(database.app()),
					new Pace(2, 3, 4, RateLimiter.unlimited()));
			pay.before = (reference) -> {
				process.bean(Lease.class).askHolderToStop();
				awaitRequest(process.bean(StopSignal.class));
			};
			assertThat(process.run(NightlyJob.of("toy", this.book, pay)).state()).isEqualTo(RunState.STOPPED);
			assertThat(pay.calls.size()).as("two lanes with three items each").isBetween(1, 6);
			assertThat(toy.one("SELECT COUNT(*) FROM toy_payment WHERE result IS NULL")).containsExactly("0");
		}
	}

	private static void assertStopped(RunEnd end) {
		assertThat(end.state()).isEqualTo(RunState.STOPPED);
		assertThat(toy.one("SELECT state FROM batch_run")).containsExactly("STOPPED");
		int booked = Integer.parseInt(toy.one("SELECT COUNT(*) FROM toy_booking").get(0));
		assertThat(booked).isBetween(1, MANY - 1);
		assertThat(toy.one("SELECT COUNT(*) FROM batch_item WHERE state = 'DONE'")).containsExactly("" + booked);
	}

	private void assertGoesOn(ToyProcess process) {
		this.book.before = (chunk) -> {
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.one("SELECT CONCAT(COUNT(*), ' ', COUNT(DISTINCT toy), ' ', MAX(number)) FROM toy_booking"))
			.containsExactly("1200 1200 1200");
	}

	/** Every chunk waits for it, so that none is left by the time it comes. */
	private static void awaitRequest(StopSignal stop) {
		await(stop::requested);
	}

	private static void await(Callable<Boolean> condition) {
		try {
			Awaitility.await().atMost(30, TimeUnit.SECONDS).pollInterval(5, TimeUnit.MILLISECONDS).until(condition);
		}
		catch (ConditionTimeoutException ex) {
			// No failure of an item, which would be parked
			throw new AssertionError(ex);
		}
	}

	private static ToyProcess process() {
		return new ToyProcess(database.app(), "--jobs.toy.chunk-size=50", ToyProcess.MANY_RESTARTS);
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", this.book);
	}

}
