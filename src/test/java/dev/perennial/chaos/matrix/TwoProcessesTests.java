package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Begun;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes that start the same night at the same instant, and go on with it at the
 * same instant after the first was killed: one works, the other is refused.
 */
@Tag("verify")
@Tag("mysql")
class TwoProcessesTests {

	private static final int SOME = 2;

	private static final int MANY = 100;

	@TempDir
	Path folder;

	@Test
	void oneOfThemWorks() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "two processes at the same instant, twice")) {
			for (int point : nights.random(nights.undisturbed().points().size() - 1, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					String what = "two processes, killed at point %d".formatted(point);
					// Of two that start, the one that works dies.
					together(evening, point, what);
					List<Start> ends = together(evening, 0, what);
					assertThat(ends.stream().anyMatch(Start::done)).as("%s: %s", what, ends).isTrue();
					nights.compare(evening, SmallNight.CONNECTIONS, what);
				}
			}
			nights.complete();
		}
	}

	private static List<Start> together(Evening evening, int killAt, String what) throws Exception {
		Begun one;
		Begun other;
		try (Connection gate = evening.database().owner().getConnection();
				Statement statement = gate.createStatement()) {
			statement.execute("LOCK TABLES night_lease WRITE");
			one = evening.begin(killAt);
			other = evening.begin(killAt);
			awaitBoth(evening, one, other);
			statement.execute("UNLOCK TABLES");
		}
		List<Start> ends = List.of(one.end(), other.end());
		System.out.println(what + ", exits " + ends.stream().map(Start::exit).toList());
		assertThat(ends.stream().filter(Start::refused)).as("%s: %s", what, ends).hasSizeLessThanOrEqualTo(1);
		assertThat(ends).as(what).allMatch((end) -> end.done() || end.killed() || end.refused());
		return ends;
	}

	/** Both are at the lease, or found the night closed and have ended. */
	private static void awaitBoth(Evening evening, Begun one, Begun other) throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
		while (atTheLease(evening) + ended(one) + ended(other) < 2) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			Thread.sleep(5);
		}
	}

	private static int atTheLease(Evening evening) {
		return evening.database().ownerJdbc().sql("""
				SELECT COUNT(*) FROM information_schema.processlist
				WHERE db = :schema AND state LIKE 'Waiting for%lock' AND info LIKE '%FROM night_lease%'
				""").param("schema", evening.database().schema()).query(Integer.class).single();
	}

	private static int ended(Begun begun) {
		return begun.process().isAlive() ? 0 : 1;
	}

}
