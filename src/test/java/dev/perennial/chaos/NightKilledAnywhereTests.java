package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night whose process dies before or after any commit, call of the card gateway, mail
 * or rename ends, started again, as one that was never killed (rules 11.4); only a mail
 * may be in doubt (rules 8.4).
 * <p>
 * {@code -Dperennial.chaos.seed=N} kills at the same points again.
 */
@Tag("verify")
@Tag("mysql")
class NightKilledAnywhereTests {

	private static final int KILLS = Integer.getInteger("perennial.chaos.kills", 10);

	/** Of one night: its recovery is killed, too. */
	private static final int KILLS_OF_A_NIGHT = 3;

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilled() throws Exception {
		Seed seed = Seed.take();
		Random random = seed.random();
		try (SmallNight small = new SmallNight(this.folder);
				ChaosPart part = new ChaosPart("small night, killed at random points", small.database(),
						seed.toString())) {
			Undisturbed undisturbed = undisturbed(small);
			for (int kills = 0; kills < KILLS;) {
				List<Integer> points = points(random, undisturbed, Math.min(KILLS - kills, KILLS_OF_A_NIGHT));
				kills += kill(small, undisturbed, points, part);
			}
			part.complete();
		}
	}

	/** The first anywhere in the night, each other anywhere in about what is left. */
	private static List<Integer> points(Random random, Undisturbed undisturbed, int kills) {
		List<Integer> points = new ArrayList<>();
		int left = undisturbed.points().size();
		for (int kill = 0; kill < kills && left > 0; kill++) {
			int point = 1 + random.nextInt(left);
			points.add(point);
			left -= point;
		}
		return points;
	}

	private static Undisturbed undisturbed(SmallNight small) throws Exception {
		try (Evening evening = small.evening()) {
			Undisturbed undisturbed = Undisturbed.run(evening);
			assertThat(undisturbed.points()).as("each kind of them")
				.anyMatch((point) -> point.endsWith("after commit"))
				.anyMatch((point) -> point.contains("after gateway charge"))
				.anyMatch((point) -> point.endsWith("after smtp dot"))
				.anyMatch((point) -> point.contains("after move"));
			CutSteps.assertCut(evening);
			System.out.println(undisturbed.points().size() + " points");
			return undisturbed;
		}
	}

	/** It is started again until it is done; how often it died. */
	private static int kill(SmallNight small, Undisturbed undisturbed, List<Integer> points, ChaosPart part)
			throws Exception {
		List<String> deaths = new ArrayList<>();
		try (Evening evening = small.evening()) {
			boolean done = false;
			for (int point : points) {
				if (!done) {
					Start start = evening.takeOver(point);
					done = start.done();
					assertThat(done || start.killed()).as(start.said()).isTrue();
					if (start.killed()) {
						deaths.add(start.points().get(start.points().size() - 1));
						noteUnexplained(evening, deaths, part);
					}
				}
			}
			System.out.println(deaths);
			if (!done) {
				evening.finish("killed at " + deaths);
			}
			part.failedStarts(evening.failedStarts().get());
			part.compared("killed at " + String.join(", ", deaths), deaths.size(), 0,
					deaths.size() * SmallNight.CONNECTIONS, evening.outcome(), undisturbed.outcome());
		}
		return deaths.size();
	}

	/** Before the next start, which might mend it. */
	private static void noteUnexplained(Evening evening, List<String> deaths, ChaosPart part) throws IOException {
		evening.unexplained().forEach((seen) -> part.differs("dead at " + deaths, seen));
	}

}
