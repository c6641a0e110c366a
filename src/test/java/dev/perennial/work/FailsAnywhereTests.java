package dev.perennial.work;

import java.util.List;
import java.util.function.Supplier;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.FaultyDataSource.Fault;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.lease.LeaseTaken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every commit of a job, one after the other, until a run survives. */
@Tag("verify")
@Tag("mysql")
@DatabaseTest
class FailsAnywhereTests {

	private static final int CUSTOMERS = 7;

	private static final int PAID = 6;

	private final TestDatabase database;

	private final FaultyDataSource dataSource;

	private PayCustomers pay;

	FailsAnywhereTests(TestDatabase database) {
		this.database = database;
		this.dataSource = new FaultyDataSource(database.app());
		this.pay = newPay();
	}

	/** Rules 11.4. */
	@ParameterizedTest
	@EnumSource(names = { "KILLED_BEFORE", "KILLED_AFTER" })
	void aJobKilledAtAnyCommitAndStartedAgainEndsAsAnUndisturbedOne(Fault fault) {
		// Who is killed does not start again by himself; his successor does, as always.
		try (ToyProcess process = new ToyProcess(this.dataSource, "--work.restarts=0", ToyProcess.LONG_LEASE);
				ToyProcess successor = new ToyProcess(this.dataSource, ToyProcess.MANY_RESTARTS)) {
			everyCommit(fault, successor, () -> {
				runUntilKilled(process);
				boolean killed = this.dataSource.failed();
				this.dataSource.live();
				assertThat(successor.run(job())).isEqualTo(RunEnd.COMPLETED);
				return killed;
			});
		}
	}

	/** The commit went through or it did not: nobody knows, and nobody is asked. */
	@ParameterizedTest
	@EnumSource(names = { "CUT_BEFORE", "CUT_AFTER", "CUT_LATE" })
	void aJobWhoseConnectionIsCutAtAnyCommitEndsAsAnUndisturbedOneByItself(Fault fault) {
		try (ToyProcess process = new ToyProcess(this.dataSource, ToyProcess.LONG_LEASE)) {
			everyCommit(fault, process, () -> {
				assertThat(runByItself(process, fault)).isEqualTo(RunEnd.COMPLETED);
				return this.dataSource.failed();
			});
		}
	}

	private void everyCommit(Fault fault, ToyProcess process, Supplier<Boolean> run) {
		Toy toy = new Toy(this.database);
		toy.customers(CUSTOMERS);
		assertThat(process.run(job())).isEqualTo(RunEnd.COMPLETED);
		List<String> undisturbed = toy.rows();
		List<String> items = toy.items(this.pay.name());
		int commit = 0;
		boolean failed = true;
		while (failed) {
			toy.again(this.database, CUSTOMERS);
			this.pay = newPay();
			this.dataSource.live(fault, ++commit);
			failed = run.get();
			this.dataSource.awaitLateCommit();
			assertThat(toy.rows()).as("%s commit %d", fault, commit).isEqualTo(undisturbed);
			assertThat(toy.items(this.pay.name())).as("%s commit %d", fault, commit).isEqualTo(items);
			assertThat(this.pay.books).as("%s commit %d", fault, commit).hasSize(PAID);
		}
		assertThat(commit).isGreaterThan(30);
		toy.drop();
	}

	/**
	 * A commit that arrives late surprises its own process: with a lease that looks like
	 * somebody else's, or a row that is there already. Started again, it goes on.
	 */
	private RunEnd runByItself(ToyProcess process, Fault fault) {
		RunEnd end = run(process);
		if (fault != Fault.CUT_LATE || RunEnd.COMPLETED.equals(end)) {
			return end;
		}
		this.dataSource.awaitLateCommit();
		return process.run(job());
	}

	private RunEnd run(ToyProcess process) {
		try {
			return process.run(job());
		}
		catch (LeaseTaken ex) {
			return RunEnd.of(ex);
		}
	}

	private void runUntilKilled(ToyProcess process) {
		try {
			process.run(job());
		}
		catch (Killed ex) {
			// A killed process does not come to an end.
		}
	}

	private NightlyJob job() {
		return NightlyJob.of("toy", new BookCustomers(JdbcClient.create(this.dataSource)), this.pay);
	}

	private PayCustomers newPay() {
		return new EndsOnce(JdbcClient.create(this.dataSource), new Pace(2, 2, 4, RateLimiter.unlimited()));
	}

	/** Who finds a seventh ended cannot tell any more why (rules 11.2). */
	private static final class EndsOnce extends PayCustomers {

		private final JdbcClient jdbc;

		EndsOnce(JdbcClient jdbc, Pace pace) {
			super(jdbc, pace);
			this.jdbc = jdbc;
		}

		@Override
		public Claims<String> claim(Run run, Chunk chunk) {
			Claims<String> claims = new Claims<>();
			for (Item item : chunk) {
				if (item.key().endsWith("7")) {
					end(item, claims);
				}
				else {
					super.claim(run, new Chunk(List.of(item))).claimed().forEach(claims::claim);
				}
			}
			return claims;
		}

		private void end(Item item, Claims<String> claims) {
			boolean first = this.jdbc
				.sql("INSERT IGNORE INTO toy_payment (toy, reference, result) VALUES (:toy, '', 'ended')")
				.param("toy", item.key())
				.update() == 1;
			if (first) {
				claims.skip(item, "SEVEN");
			}
			else {
				claims.done(item);
			}
		}

	}

}
