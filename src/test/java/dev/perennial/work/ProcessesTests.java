package dev.perennial.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.LeaseTaken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two processes: at the same instant, one after the other's death, one come back. */
@Tag("verify")
@Tag("mysql")
@DatabaseTest
class ProcessesTests {

	/** Whoever watches sees a beat of the living, also when the machine pauses. */
	private static final String WATCHED_LEASE = "--night.lease=10s";

	private static TestDatabase database;

	private static Toy toy;

	private final FaultyDataSource dataSource;

	ProcessesTests(TestDatabase testDatabase) {
		this.dataSource = new FaultyDataSource(testDatabase.app());
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
		toy.again(database, 20);
	}

	@Test
	void oneOfTwoThatStartAtTheSameInstantRunsAndTheOtherIsRefused() throws Exception {
		try (ToyProcess one = new ToyProcess(database.app(), WATCHED_LEASE);
				ToyProcess other = new ToyProcess(database.app(), WATCHED_LEASE)) {
			for (int round = 0; round < 10; round++) {
				toy.again(database, 20);
				CyclicBarrier together = new CyclicBarrier(2);
				List<CompletableFuture<RunEnd>> ends = new ArrayList<>();
				for (ToyProcess process : List.of(one, other)) {
					ends.add(CompletableFuture.supplyAsync(() -> {
						await(together);
						return process.run(slowly(job(database.app())));
					}));
				}
				assertThat(ends.stream().filter(ProcessesTests::refused).count()).isLessThanOrEqualTo(1);
				assertThat(ends.stream().filter((end) -> !end.isCompletedExceptionally()).map(CompletableFuture::join))
					.containsOnly(RunEnd.COMPLETED);
				assertBookedOnce();
			}
		}
	}

	@Test
	void aLivingProcessIsNotTakenOver() throws Exception {
		CountDownLatch working = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (ToyProcess one = new ToyProcess(database.app(), WATCHED_LEASE);
				ToyProcess other = new ToyProcess(database.app(), WATCHED_LEASE)) {
			BookCustomers book = book(database.app());
			book.before = (chunk) -> {
				working.countDown();
				await(goOn);
			};
			CompletableFuture<RunEnd> end = CompletableFuture.supplyAsync(() -> one.run(NightlyJob.of("toy", book)));
			await(working);
			assertThatExceptionOfType(LeaseTaken.class).isThrownBy(() -> other.run(job(database.app())))
				.withMessageContaining("its lease was renewed while we watched");
			goOn.countDown();
			assertThat(end.get()).isEqualTo(RunEnd.COMPLETED);
		}
	}

	@Test
	void aProcessThatWasFrozenBetweenChunksWritesNothingWhenItComesBack() throws Exception {
		try (ToyProcess zombie = new ToyProcess(this.dataSource, "--jobs.toy.chunk-size=5", "--work.restarts=0",
				ToyProcess.ONE_WORKER); ToyProcess successor = new ToyProcess(database.app())) {
			BookCustomers book = book(this.dataSource);
			AtomicBoolean once = new AtomicBoolean();
			book.after = (chunk) -> {
				if (once.compareAndSet(false, true)) {
					this.dataSource.freezeAfterCommit();
				}
			};
			CompletableFuture<RunEnd> end = CompletableFuture.supplyAsync(() -> zombie.run(NightlyJob.of("toy", book)));
			await(this.dataSource.froze);
			assertThat(successor.takeOver(job(database.app()))).isEqualTo(RunEnd.COMPLETED);
			List<String> rows = toy.rows();
			this.dataSource.thaw();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(end::get)
				.withCauseInstanceOf(FenceLost.class);
			assertThat(toy.rows()).isEqualTo(rows);
			assertBookedOnce();
			assertThat(toy.one("SELECT state FROM batch_run")).containsExactly("COMPLETED");
		}
	}

	@Test
	void aProcessThatWasFrozenInATransactionLosesItToItsSuccessor() throws Exception {
		try (ToyProcess zombie = new ToyProcess(this.dataSource, "--jobs.toy.chunk-size=5", "--work.restarts=0",
				ToyProcess.ONE_WORKER); ToyProcess successor = new ToyProcess(database.app())) {
			BookCustomers book = book(this.dataSource);
			AtomicBoolean once = new AtomicBoolean();
			book.after = (chunk) -> {
				if (once.compareAndSet(false, true)) {
					// As the pool's settings have it, with another number of seconds.
					JdbcClient.create(this.dataSource).sql("SET SESSION wait_timeout = 2").update();
					this.dataSource.freeze();
				}
			};
			CompletableFuture<RunEnd> end = CompletableFuture.supplyAsync(() -> zombie.run(NightlyJob.of("toy", book)));
			await(this.dataSource.froze);
			assertThat(successor.takeOver(job(database.app()))).isEqualTo(RunEnd.COMPLETED);
			this.dataSource.thaw();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(end::get)
				.withCauseInstanceOf(FenceLost.class);
			assertBookedOnce();
		}
	}

	@Test
	void aProcessThatWasFrozenBeginsNoCallWhenItComesBack() throws Exception {
		try (ToyProcess zombie = new ToyProcess(this.dataSource, ToyProcess.MANY_RESTARTS);
				ToyProcess successor = new ToyProcess(database.app(), ToyProcess.MANY_RESTARTS)) {
			PayCustomers pay = pay(this.dataSource);
			AtomicBoolean once = new AtomicBoolean();
			CountDownLatch thawed = new CountDownLatch(1);
			pay.before = (reference) -> {
				// The first of two: whoever waits for it to thaw must not be left behind.
				if (once.compareAndSet(false, true)) {
					this.dataSource.freeze();
				}
				await(thawed);
			};
			CompletableFuture<RunEnd> end = CompletableFuture
				.supplyAsync(() -> zombie.run(NightlyJob.of("toy", book(this.dataSource), pay)));
			await(this.dataSource.froze);
			PayCustomers paySuccessor = pay(database.app());
			assertThat(successor.takeOver(NightlyJob.of("toy", book(database.app()), paySuccessor)))
				.isEqualTo(RunEnd.COMPLETED);
			List<String> rows = toy.rows();
			this.dataSource.thaw();
			thawed.countDown();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(end::get)
				.withCauseInstanceOf(FenceLost.class);
			assertThat(pay.calls).as("the calls it was in, and no further one").hasSizeLessThanOrEqualTo(2);
			assertThat(toy.rows()).isEqualTo(rows);
		}
	}

	private static void assertBookedOnce() {
		assertThat(toy.one("SELECT CONCAT(COUNT(*), ' ', COUNT(DISTINCT toy), ' ', MAX(number)) FROM toy_booking"))
			.containsExactly("20 20 20");
	}

	private static boolean refused(CompletableFuture<RunEnd> end) {
		try {
			end.join();
			return false;
		}
		catch (CompletionException ex) {
			assertThat(ex).hasCauseInstanceOf(LeaseTaken.class);
			return true;
		}
	}

	private static NightlyJob slowly(NightlyJob job) {
		((BookCustomers) job.works().get(0)).before = (chunk) -> {
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		};
		return job;
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static NightlyJob job(DataSource source) {
		return NightlyJob.of("toy", book(source));
	}

	private static BookCustomers book(DataSource source) {
		return new BookCustomers(JdbcClient.create(source));
	}

	private static PayCustomers pay(DataSource source) {
		return new PayCustomers(JdbcClient.create(source), new Pace(1, 10, 2, RateLimiter.unlimited()));
	}

}
