package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SIGTERM, or the command {@code stop}, at any moment: the night stops after the chunks
 * in flight, the exit code and its state say so, and the next start goes on at once.
 */
@Tag("verify")
@Tag("mysql")
class TerminatedTests {

	private static final int SOME = 2;

	private static final int MANY_SIGNALS = 50;

	private static final int MANY_STOPS = 100;

	/** 128 and the number of the signal. */
	private static final int TERMINATED = 143;

	private static final int STOPPED = 1;

	/** As the command does, which would come too late for so small a night. */
	private static final String REQUEST = "UPDATE night_lease SET stop_requested = TRUE WHERE owner IS NOT NULL";

	@TempDir
	Path folder;

	@Test
	void stopsAtASignalAndGoesOnLater() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "SIGTERM")) {
			for (int point : points(nights, MANY_SIGNALS)) {
				try (Evening evening = nights.evening()) {
					Victim victim = Victim.at(point, evening);
					victim.send("TERM");
					goesOn(nights, evening, "SIGTERM at point %d".formatted(point), victim.end(), TERMINATED);
				}
			}
			nights.complete();
		}
	}

	@Test
	void stopsWhenTheOperatorAsksAndGoesOnLater() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "stop by the operator")) {
			for (int point : points(nights, MANY_STOPS)) {
				try (Evening evening = nights.evening()) {
					Victim victim = Victim.at(point, evening);
					FaultyNights.execute(evening, REQUEST);
					goesOn(nights, evening, "stop at point %d".formatted(point), victim.end(), STOPPED);
				}
			}
			nights.complete();
		}
	}

	/** Held where much is left to do: it has to stop, and not to come to its end. */
	@ParameterizedTest
	@ValueSource(ints = { TERMINATED, STOPPED })
	void stopsBeforeItsEnd(int exit) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "held among the renewals, exit " + exit);
				Evening evening = nights.evening()) {
			Victim victim = Victim.held(evening, "claim-renewals after commit");
			if (exit == TERMINATED) {
				victim.send("TERM");
			}
			else {
				FaultyNights.execute(evening, REQUEST);
			}
			Start start = victim.end();
			assertThat(start.exit()).as(start.said()).isEqualTo(exit);
			assertThat(open(evening)).containsExactly("STOPPED");
			goesOn(nights, evening, "held among the renewals", start, exit);
			nights.complete();
		}
	}

	private static List<Integer> points(FaultyNights nights, int many) throws Exception {
		return nights.random(nights.undisturbed().points().size() - 1, SOME, many);
	}

	private static void goesOn(FaultyNights nights, Evening evening, String what, Start start, int stopped)
			throws Exception {
		List<String> states = open(evening);
		System.out.println(what + ", exit " + start.exit() + ", jobs " + states);
		assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(stopped, 0, 3);
		assertThat(states).as(what).isSubsetOf("STOPPED");
		for (String left : List.of("SELECT owner FROM night_lease WHERE owner IS NOT NULL",
				"SELECT notice_id FROM notice WHERE state = 'SENDING'",
				"SELECT order_number FROM charge_attempt WHERE state = 'INTENT'")) {
			assertThat(FaultyNights.texts(evening, left)).as(what).isEmpty();
		}
		evening.finish(what);
		nights.compare(evening, 0, what);
	}

	private static List<String> open(Evening evening) {
		return FaultyNights.texts(evening, "SELECT DISTINCT state FROM batch_run WHERE state <> 'COMPLETED'");
	}

}
