package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Blow;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread that works is interrupted after a commit: its job ends as stopped, or goes on,
 * but never ends as completed with work left.
 */
@Tag("verify")
@Tag("mysql")
class InterruptedTests {

	private static final int SOME = 2;

	private static final int MANY = 30;

	@TempDir
	Path folder;

	@Test
	void stopsAtTheNextChunkAndGoesOnLater() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "a thread that works interrupted")) {
			List<String> moments = nights.undisturbed().moments("after commit");
			for (int number : nights.random(moments.size(), SOME, MANY)) {
				String moment = moments.get(number - 1);
				try (Evening evening = nights.evening()) {
					Start start = evening.begin(Blow.INTERRUPT, moment, SmallNight.SURE_OF_ITS_LEASE).end();
					List<String> states = FaultyNights.texts(evening,
							"SELECT DISTINCT state FROM batch_run WHERE state <> 'COMPLETED'");
					System.out.println("%s, exit %d, jobs %s".formatted(moment, start.exit(), states));
					assertThat(start.exit()).as(start.said()).isIn(1, 0, 3);
					assertThat(states).as(start.said()).isSubsetOf("STOPPED");
					evening.finish(moment);
					nights.compare(evening, 0, "interrupted at " + moment);
				}
			}
			nights.complete();
		}
	}

}
