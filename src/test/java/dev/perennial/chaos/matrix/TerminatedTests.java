package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SIGTERM at any moment: the night stops after the chunks in flight, the exit code and
 * its state say so, and the next start goes on at once.
 */
@Tag("verify")
@Tag("mysql")
class TerminatedTests {

	private static final int SOME = 3;

	private static final int MANY = 50;

	/** 128 and the number of the signal. */
	private static final int TERMINATED = 143;

	@TempDir
	Path folder;

	@Test
	void stopsAndGoesOnLater() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "SIGTERM")) {
			int points = nights.undisturbed().points().size();
			for (int point : nights.random(points - 1, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					String what = "SIGTERM at point %d".formatted(point);
					Victim victim = Victim.at(point, evening);
					victim.send("TERM");
					Start start = victim.end();
					List<String> states = FaultyNights.texts(evening,
							"SELECT DISTINCT state FROM batch_run WHERE state <> 'COMPLETED'");
					System.out.println(what + ", exit " + start.exit() + ", jobs " + states);
					assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(TERMINATED, 0, 3);
					assertThat(states).as(what).isSubsetOf("STOPPED");
					assertThat(FaultyNights.texts(evening, "SELECT owner FROM night_lease WHERE owner IS NOT NULL"))
						.as(what)
						.isEmpty();
					assertThat(FaultyNights.texts(evening, "SELECT notice_id FROM notice WHERE state = 'SENDING'"))
						.as(what)
						.isEmpty();
					assertThat(FaultyNights.texts(evening,
							"SELECT order_number FROM charge_attempt WHERE state = 'INTENT'"))
						.as(what)
						.isEmpty();
					evening.finish(what);
					nights.compare(evening, 0, what);
				}
			}
			nights.complete();
		}
	}

}
