package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.perennial.chaos.Blow;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.Outcome;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is frozen (SIGSTOP) longer than its lease, while another takes over: it
 * may finish the one call it was in, and writes nothing when it comes back.
 */
@Tag("verify")
@Tag("mysql")
class FrozenProcessTests {

	private static final int SOME = 3;

	private static final int MANY = 30;

	private static final int STARTS = 3;

	/** With the night undone: it failed, or was frozen before it had the lease. */
	private static final List<Integer> UNDONE = List.of(1, 4);

	/** It had closed the night, and could say what it came to, or could not. */
	private static final List<Integer> AT_ITS_END = List.of(0, 3, 1);

	/**
	 * A job that the first had completed is not begun again: if it was frozen before it
	 * told Spring Batch so, nobody else does, and our own tables count.
	 */
	private static final String UNDONE_WORK = """
			SELECT CONCAT('run ', job, ' ', state) FROM batch_run WHERE state <> 'COMPLETED'
			UNION ALL SELECT CONCAT('step ', step, ' ', state) FROM batch_step WHERE state <> 'COMPLETED'
			UNION ALL SELECT CONCAT('part ', step_id, ' ', part_no) FROM batch_part WHERE done <> hi
			UNION ALL SELECT CONCAT('execution of ', i.JOB_NAME, ' ', e.STATUS) FROM BATCH_JOB_EXECUTION e
			  JOIN (SELECT MAX(JOB_EXECUTION_ID) newest FROM BATCH_JOB_EXECUTION GROUP BY JOB_INSTANCE_ID) n
			    ON n.newest = e.JOB_EXECUTION_ID
			  JOIN BATCH_JOB_INSTANCE i ON i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
			  JOIN batch_run r ON r.job = i.JOB_NAME AND r.business_date = (SELECT MAX(business_date) FROM batch_run)
			 WHERE e.STATUS <> 'COMPLETED' AND r.fence = (SELECT fence FROM night_fence WHERE id = 1)
			""";

	@TempDir
	Path folder;

	@Test
	void writesNothingWhenItComesBack() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "frozen beyond its lease, taken over, thawed")) {
			int points = nights.undisturbed().points().size();
			for (int point : nights.random(points - 1, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					String what = "frozen at point %d".formatted(point);
					Victim frozen = Victim.frozen(evening, String.valueOf(point), FaultyNights.SHORT_WAIT);
					Start successor = evening.takeOver(0, FaultyNights.SHORT_WAIT);
					assertThat(successor.done()).as("%s: %s", what, successor.said()).isTrue();
					Outcome before = evening.outcome();
					frozen.send("CONT");
					Start zombie = frozen.end();
					System.out.println(what + ", comes back, exit " + zombie.exit());
					Outcome after = evening.outcome();
					assertThat(after.left().rows()).as("%s, comes back: %s", what, zombie.said())
						.isEqualTo(before.left().rows());
					assertThat(after.left().files()).as(what).isEqualTo(before.left().files());
					assertThat(after.books()).as(what).isEqualTo(before.books());
					nights.compare(evening, SmallNight.CONNECTIONS, what);
				}
			}
			nights.complete();
		}
	}

	/**
	 * The successor is frozen, too, somewhere in its work, until the first has come back
	 * and ended: the same longer than its lease, and nobody takes over from it.
	 */
	@Test
	void writesNothingWhenItComesBackWhileItsSuccessorWorks() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "frozen, taken over, thawed beside its successor")) {
			int points = nights.undisturbed().points().size();
			List<Integer> some = new ArrayList<>(nights.random(points - 1, SOME, MANY));
			int middle = points / 2;
			some.set(0, middle);
			for (int point : some) {
				int into = 1 + nights.random(1 + (points - point) / 2, 1, 1).get(0);
				String what = "frozen at point %d, thawed at point %d of its successor".formatted(point, into);
				try (Evening evening = nights.evening()) {
					Victim frozen = Victim.frozen(evening, String.valueOf(point), FaultyNights.SHORT_WAIT);
					List<Integer> exits = isClosed(evening) ? AT_ITS_END : UNDONE;
					Victim successor = successor(evening, into);
					if (successor.comesToAStand()) {
						assertWritesNothing(frozen, exits, evening, what);
						successor.send("CONT");
					}
					else {
						assertThat(point).as("with half of the night to do, %s", what).isNotEqualTo(middle);
						assertThat(isClosed(evening)).as("too little was left to do, %s", what).isTrue();
					}
					endBoth(frozen, successor, evening, what);
					nights.compare(evening, 2 * SmallNight.CONNECTIONS, what);
				}
			}
			nights.complete();
		}
	}

	/**
	 * Frozen at one of its moments, of which the second is the first behind the
	 * take-over. A last beat of the first may have been on its way, and looks like life.
	 */
	private static Victim successor(Evening evening, int into) throws Exception {
		Victim successor = null;
		for (int start = 0; start < STARTS; start++) {
			successor = new Victim(evening.begin(Blow.FREEZE, String.valueOf(into), FaultyNights.SHORT_WAIT));
			if (successor.comesToAStand() || !successor.end().refused()) {
				return successor;
			}
		}
		return Objects.requireNonNull(successor);
	}

	private static void assertWritesNothing(Victim frozen, List<Integer> exits, Evening evening, String what)
			throws Exception {
		awaitNothingUnderWay(evening);
		Written before = Written.in(evening);
		frozen.send("CONT");
		Start zombie = frozen.end();
		System.out.println(what + ", comes back, exit " + zombie.exit());
		assertThat(zombie.exit()).as("%s: %s", what, zombie.said()).isIn(exits);
		assertThat(Written.in(evening)).as("%s: %s", what, zombie.said()).isEqualTo(before);
	}

	private static boolean isClosed(Evening evening) {
		return FaultyNights.texts(evening, "SELECT state FROM night WHERE business_date = '%s'".formatted(SmallNight.D))
			.contains("CLOSED");
	}

	/** The server has ended all that the two had begun, and their connections. */
	private static void awaitNothingUnderWay(Evening evening) throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
		String connections = "SELECT id FROM information_schema.processlist WHERE db = '%s' AND user = '%s'"
			.formatted(evening.database().schema(), evening.database().server().app().user());
		while (!FaultyNights.texts(evening, connections).isEmpty()) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			Thread.sleep(20);
		}
	}

	private static void endBoth(Victim frozen, Victim successor, Evening evening, String what) throws Exception {
		Start end = successor.end();
		System.out.println(what + ", successor ends, exit " + end.exit());
		if (frozen.begun().process().isAlive()) {
			frozen.send("CONT");
			frozen.end();
		}
		if (!end.done()) {
			evening.finish(what);
		}
		assertThat(FaultyNights.texts(evening, UNDONE_WORK)).as(what).isEmpty();
	}

}
