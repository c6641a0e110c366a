package dev.perennial.work;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.FaultyDataSource.Fault;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 6.1: no call before its intent is committed, and no intent is ever lost. */
@Tag("mysql")
@DatabaseTest
class EffectTests {

	private static TestDatabase database;

	private static FaultyDataSource dataSource;

	private static Toy toy;

	private static ToyProcess process;

	private final PayCustomers pay = pay(new Pace(2, 3, 4, RateLimiter.unlimited()));

	@BeforeAll
	static void open(TestDatabase testDatabase) {
		database = testDatabase;
		dataSource = new FaultyDataSource(database.app());
		toy = new Toy(database);
		process = new ToyProcess(dataSource, "--work.restarts=0", ToyProcess.LONG_LEASE);
	}

	@AfterAll
	static void close() {
		process.close();
		toy.drop();
	}

	@BeforeEach
	void again() {
		toy.again(database, 6);
		dataSource.live();
		process.bean(ToyProcess.ToyApproval.class).given = true;
	}

	@Test
	void callsNobodyBeforeTheClaimIsCommitted() {
		List<String> uncommitted = new java.util.concurrent.CopyOnWriteArrayList<>();
		this.pay.before = (reference) -> {
			if (toy.one("SELECT toy FROM toy_payment WHERE reference = '" + reference + "'").isEmpty()) {
				uncommitted.add(reference);
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(uncommitted).isEmpty();
		assertThat(this.pay.calls).hasSize(6);
	}

	@Test
	void sendsAnOpenClaimAgainUnderTheSameReferenceAfterAKill() {
		// Once, and before any call is answered: none must bring the dead back to life,
		// nor
		// be settled while the first one is held up.
		AtomicBoolean killed = new AtomicBoolean();
		this.pay.before = (reference) -> {
			synchronized (killed) {
				if (!killed.getAndSet(true)) {
					dataSource.live(Fault.KILLED_BEFORE, 1);
				}
			}
		};
		try {
			process.run(job());
		}
		catch (Killed ex) {
			// Between the answer and its settlement.
		}
		int booked = this.pay.books.size();
		assertThat(booked).isPositive();
		assertThat(toy.one("SELECT COUNT(*) FROM toy_payment WHERE result IS NOT NULL")).containsExactly("0");
		dataSource.live();
		this.pay.before = (reference) -> {
		};
		// With a short lease, for which it watches the dead one's
		try (ToyProcess successor = new ToyProcess(dataSource, ToyProcess.MANY_RESTARTS)) {
			assertThat(successor.run(job())).isEqualTo(RunEnd.COMPLETED);
		}
		assertThat(this.pay.books).hasSize(6);
		assertThat(this.pay.calls).hasSize(6 + booked);
		assertThat(toy.one("SELECT COUNT(*) FROM toy_payment WHERE result = 'paid'")).containsExactly("6");
	}

	@Test
	void settlesACallThatThrewAsUnknownAndParksItsItem() {
		this.pay.before = (reference) -> {
			if (reference.equals("c0003/1")) {
				throw new IllegalStateException("a bug");
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("pay-customers")).containsExactly("c0001 DONE", "c0002 DONE",
				"c0003 PARKED IllegalStateException: a bug", "c0004 DONE", "c0005 DONE", "c0006 DONE");
		assertThat(toy.one("SELECT result FROM toy_payment WHERE toy = 'c0003'")).containsExactly("unknown");
	}

	@Test
	void parksTheItemWhoseResultCannotBeStoredAndKeepsItsClaimOpen() {
		this.pay.before = (reference) -> {
			if (reference.equals("c0002/1")) {
				this.pay.books.put(reference, "an answer that is too long to be stored");
			}
		};
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(toy.items("pay-customers").get(1)).startsWith("c0002 PARKED ");
		assertThat(toy.one("SELECT toy FROM toy_payment WHERE result IS NULL")).containsExactly("c0002");
		assertThat(toy.one("SELECT COUNT(*) FROM toy_payment WHERE result = 'paid'")).containsExactly("5");
		assertThat(this.pay.calls).hasSize(6);
	}

	@Test
	void parksTheItemThatCannotBeClaimedAndCallsTheOthersOnce() {
		toy.sql("UPDATE toy_payment SET result = NULL");
		toy.sql("ALTER TABLE toy_payment ADD CHECK (toy <> 'c0005')");
		try {
			PayCustomers strict = new PayCustomers(JdbcClient.create(dataSource), this.pay.pace()) {
				@Override
				public Claims<String> claim(Run run, Chunk chunk) {
					for (Item item : chunk) {
						if (item.key().equals("c0005")) {
							throw new IllegalStateException("no claim");
						}
					}
					return super.claim(run, chunk);
				}
			};
			assertThat(process.run(NightlyJob.of("toy", book(), strict))).isEqualTo(RunEnd.COMPLETED);
			assertThat(toy.items("pay-customers").get(4)).isEqualTo("c0005 PARKED IllegalStateException: no claim");
			assertThat(strict.calls).hasSize(5).doesNotHaveDuplicates();
		}
		finally {
			toy.create();
		}
	}

	@Test
	void failsAWorkThatForgetsAnItemInItsClaims() {
		PayCustomers forgetful = new PayCustomers(JdbcClient.create(dataSource), this.pay.pace()) {
			@Override
			public Claims<String> claim(Run run, Chunk chunk) {
				return new Claims<>();
			}
		};
		process.run(NightlyJob.of("toy", book(), forgetful));
		assertThat(toy.items("pay-customers")).allMatch((item) -> item.contains("PARKED"));
		assertThat(forgetful.calls).isEmpty();
	}

	@Test
	void waitsForApprovalBeforeTheFirstClaim() {
		process.bean(ToyProcess.ToyApproval.class).given = false;
		RunEnd end = process.run(job());
		assertThat(end.state()).isEqualTo(RunState.WAITING);
		assertThat(end.question()).isEqualTo(Question.CHARGES);
		assertThat(toy.one("SELECT COUNT(*) FROM toy_payment")).containsExactly("0");
		process.bean(ToyProcess.ToyApproval.class).given = true;
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		assertThat(this.pay.calls).hasSize(6);
	}

	/**
	 * However late a call begins, it is not earlier than the rate allows; what a pause
	 * held up, {@link RateLimiterTests} and {@link SlidingSecondTests} count without a
	 * machine.
	 */
	@Test
	void keepsTheConcurrencyAndTheRate() {
		toy.again(database, 600);
		PayCustomers paced = pay(new Pace(4, 25, 40, RateLimiter.perSecond(200)));
		AtomicInteger inFlight = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Queue<Long> begun = new ConcurrentLinkedQueue<>();
		long start = System.nanoTime();
		paced.before = (reference) -> {
			begun.add(System.nanoTime() - start);
			most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
			sleep(100);
			inFlight.decrementAndGet();
		};
		assertThat(process.run(NightlyJob.of("toy", book(), paced))).isEqualTo(RunEnd.COMPLETED);
		assertThat(most.get()).isLessThanOrEqualTo(40);
		List<Long> inOrder = begun.stream().sorted().toList();
		// A tenth of the 600 is not paid for
		assertThat(inOrder).hasSize(540);
		for (int call = 0; call < inOrder.size(); call++) {
			assertThat(inOrder.get(call)).as("call %d of 200 a second", call).isGreaterThan(call * 5_000_000L);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static PayCustomers pay(Pace pace) {
		return new PayCustomers(JdbcClient.create(dataSource), pace);
	}

	private static BookCustomers book() {
		return new BookCustomers(JdbcClient.create(dataSource));
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", book(), this.pay);
	}

}
