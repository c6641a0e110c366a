package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.matrix.Strikes.Strike;
import dev.perennial.demo.Mailbox;
import dev.perennial.testing.Chunks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection to the database that goes silent and is not closed: after a while it
 * counts as lost, a worker does its transaction again, and the heartbeat goes on over
 * another one (rules 11.4).
 */
@Tag("verify")
@Tag("mysql")
class SilentDatabaseTests {

	private static final int SOME = 1;

	private static final int MANY = 20;

	private static final Predicate<String> BEAT = (said) -> said.contains("UPDATE night_lease SET beat");

	private static final Predicate<String> INTENT = (said) -> said.contains("INSERT INTO charge_attempt");

	/**
	 * As the settings have it, with another number: by then the server has ended what was
	 * begun on the connection.
	 */
	private static final String IMPATIENT = "--spring.datasource.hikari.data-source-properties.socketTimeout=9000";

	/**
	 * Old when the connection counts as lost, and not when the machine stands still for a
	 * moment.
	 */
	private static final String LEASE = "--night.lease=8s";

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void countsTheAnswerOfACommitAsLost(boolean committed) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "silent from a commit on, committed: " + committed)) {
			for (int commit : nights.random(nights.points("after commit").size(), SOME, MANY)) {
				LostCommits fault = new LostCommits(commit, committed, Fault.FALL_SILENT);
				String what = "silent from commit %d on, committed: %s".formatted(commit, committed);
				try (Evening evening = nights.evening();
						Wire wire = new Wire(evening.database().server().port()).with(fault)) {
					Start start = evening
						.begin(0, FaultyNights.database(evening, wire), IMPATIENT, FaultyNights.SHORT_WAIT)
						.end();
					System.out.println(what + ", exit " + start.exit() + (start.done() ? "" : ": " + start.said()));
					assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(0, 1, 3);
					assertThat(fault.struck()).as(what).isTrue();
					if (!start.done()) {
						evening.finish(what);
					}
					nights.compare(evening, 0, what);
				}
			}
			nights.complete();
		}
	}

	@Test
	void keepsTheLeaseOverAnotherConnection() throws Exception {
		Strikes once = new Strikes(List.of(new Strike(BEAT, Fault.FALL_SILENT)));
		try (FaultyNights nights = new FaultyNights(this.folder, "heartbeat silent");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.database().server().port()).with(once)) {
			Start start = evening.begin(0, FaultyNights.database(evening, wire)).end();
			assertThat(start.done()).as(start.said()).isTrue();
			assertThat(once.left()).isZero();
			nights.compare(evening, 0, "heartbeat silent");
			nights.complete();
		}
	}

	/**
	 * It does not believe in a lease that it could not renew, and makes no call. The
	 * intents of all charges wait from the last beat on, so that their time has come when
	 * the lease is old.
	 */
	@Test
	void leavesTheNightToAnotherWhenNoBeatArrives() throws Exception {
		Strikes once = new Strikes(List.of(new Strike(INTENT, Fault.FALL_SILENT)));
		try (FaultyNights nights = new FaultyNights(this.folder, "all heartbeats silent");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.database().server().port())
					.with((said) -> (once.left() == 0 && BEAT.test(said)) ? Fault.FALL_SILENT : once.asked(said))) {
			Start start = evening
				.begin(0,
						Chunks.options(1000, FaultyNights.database(evening, wire), IMPATIENT, FaultyNights.SHORT_WAIT,
								LEASE, "--work.restarts=1"))
				.end();
			assertThat(start.exit()).as(start.said()).isEqualTo(1);
			assertThat(once.left()).isZero();
			assertThat(start.said()).contains("The lease could not be renewed for half its length");
			assertThat(evening.servers().gateway().booksAsCsv().lines()).as("only their header").hasSize(1);
			assertThat(Mailbox.messages(evening.servers().mails())).isEmpty();
			evening.finish("all heartbeats silent");
			nights.compare(evening, 0, "all heartbeats silent");
			nights.complete();
		}
	}

}
