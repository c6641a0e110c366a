package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.testing.Chunks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rival who locks the same rows in the other order all night, and wins: what the server
 * rolls back is done again as a whole, and the night ends by itself.
 */
@Tag("verify")
@Tag("mysql")
class DeadlockTests {

	private static final int NIGHTS = 1;

	private static final int MANY_NIGHTS = 20;

	@TempDir
	Path folder;

	@Test
	void leavesWhatAnUndisturbedNightLeaves() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "deadlocks forced by a rival")) {
			for (int night = 0; night < nights.count(NIGHTS, MANY_NIGHTS); night++) {
				// Who locks one row at a time meets nobody in another order.
				try (Evening evening = nights.evening();
						Rival rival = new Rival(evening.database());
						Wire wire = new Wire(evening.database().server().port()).with(rival)) {
					Start start = evening
						.begin(0,
								Chunks.options(1000, FaultyNights.database(evening, wire),
										SmallNight.SURE_OF_ITS_LEASE))
						.end();
					List<String> lost = rival.won();
					System.out.println("deadlocks lost in %s, exit %d".formatted(lost, start.exit()));
					assertThat(start.done()).as("lost in %s: %s", lost, start.said()).isTrue();
					assertThat(lost).as("where more than one subscription is locked at a time")
						.contains("renewals", "notices")
						.hasSizeGreaterThan(2);
					nights.compare(evening, 0, "deadlocks lost in " + lost);
				}
			}
			nights.complete();
		}
	}

}
