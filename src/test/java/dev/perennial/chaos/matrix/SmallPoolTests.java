package dev.perennial.chaos.matrix;

import java.nio.file.Path;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pool of as few connections as the program accepts: whoever waits for one gets it, and
 * the night comes to its end by itself.
 */
@Tag("verify")
@Tag("mysql")
class SmallPoolTests {

	private static final int THREADS = 5;

	/** One for each thread, and four beside them. */
	private static final int SMALLEST = THREADS + 4;

	private static final int NOT_STARTED = 2;

	@TempDir
	Path folder;

	@Test
	void leavesWhatAnUndisturbedNightLeaves() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "smallest pool"); Evening evening = nights.evening()) {
			Start refused = evening.begin(0, settings(SMALLEST - 1)).end();
			assertThat(refused.exit()).as(refused.said()).isEqualTo(NOT_STARTED);
			assertThat(refused.said()).contains("spring.datasource.hikari.maximum-pool-size is %d: expected %d or more"
				.formatted(SMALLEST - 1, SMALLEST));
			Start start = evening.begin(0, settings(SMALLEST)).end();
			assertThat(start.done()).as(start.said()).isTrue();
			nights.compare(evening, 0, "pool of " + SMALLEST);
			nights.complete();
		}
	}

	/** Of the calls of two seconds each has a thread, and one reads for them. */
	private static String[] settings(int pool) {
		return new String[] { "--work.threads=" + THREADS, "--charging.rate-per-second=" + (THREADS - 1) / 2,
				"--spring.datasource.hikari.maximum-pool-size=" + pool };
	}

}
