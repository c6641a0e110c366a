package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database server that is killed and started again, several times in a night: the night
 * goes on by itself, or when it is started again, and nothing is lost or done twice.
 */
@Tag("verify")
@Tag("mysql")
class DatabaseKilledTests {

	private static final int KILLS_OF_A_NIGHT = 3;

	private static final int SOME = 1;

	private static final int MANY = 7;

	@TempDir
	Path folder;

	@Test
	void leavesWhatAnUndisturbedNightLeaves() throws Exception {
		try (MortalServer server = MortalServer.start(this.folder.resolve("server"));
				FaultyNights nights = new FaultyNights(this.folder, "database server killed, three times a night",
						TestDatabase.take(server.server()))) {
			int last = nights.undisturbed().points().size() - 1;
			for (int first : nights.random(last / 2, SOME, MANY)) {
				try (Evening evening = nights.evening()) {
					List<Integer> points = nights.numbersFrom(first, last, KILLS_OF_A_NIGHT);
					String what = "database server killed at points " + points;
					Victim victim = Victim.begin(evening);
					for (int point : points) {
						if (victim.comesTo(point)) {
							server.kill();
							server.startAgain();
						}
					}
					Start start = victim.end();
					System.out.println(what + ", exit " + start.exit());
					assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(0, 1, 3);
					if (!start.done()) {
						evening.finish(what);
					}
					nights.compare(evening, 0, what);
				}
			}
			nights.complete();
		}
	}

}
