package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night whose process dies before or after any commit, call of the card gateway, mail
 * or rename ends, started again, as one that was never killed (rules 11.4); only a mail
 * may be in doubt (rules 8.4).
 * <p>
 * {@code -Dperennial.chaos.seed=N} kills at the same points again. {@code mvn -Pchaos}
 * kills at every point, {@code -Dperennial.chaos.every=10} at every tenth.
 */
@Tag("verify")
class NightKilledAnywhereTests {

	private static final String SEED = "perennial.chaos.seed";

	private static final String EVERY = "perennial.chaos.every";

	private static final int KILLS = Integer.getInteger("perennial.chaos.kills", 10);

	/** Of one night: its recovery is killed, too. */
	private static final int KILLS_OF_A_NIGHT = 3;

	private static final int STARTS_WITHOUT_A_KILL = 3;

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilled() throws Exception {
		long seed = Long.getLong(SEED, System.nanoTime() % 1_000_000);
		System.out.println("Repeat with -D%s=%d".formatted(SEED, seed));
		Random random = new Random(seed);
		try (SmallNight small = new SmallNight(this.folder)) {
			Undisturbed undisturbed = undisturbed(small);
			for (int kills = 0; kills < KILLS;) {
				List<Integer> points = points(random, undisturbed, Math.min(KILLS - kills, KILLS_OF_A_NIGHT));
				List<String> deaths = killed(small, undisturbed, points);
				System.out.println(deaths);
				kills += deaths.size();
			}
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

	@Test
	@EnabledIfSystemProperty(named = EVERY, matches = "[1-9]\\d*")
	void endsAsIfItHadNeverBeenKilledWhereverItIsKilled() throws Exception {
		int step = Integer.getInteger(EVERY, 1);
		int from = Integer.getInteger("perennial.chaos.from", 1);
		try (SmallNight small = new SmallNight(this.folder)) {
			Undisturbed undisturbed = undisturbed(small);
			List<String> deaths = List.of("none yet");
			for (int point = from; !deaths.isEmpty(); point += step) {
				deaths = killed(small, undisturbed, List.of(point));
				System.out.println(deaths);
			}
		}
	}

	private static Undisturbed undisturbed(SmallNight small) throws Exception {
		try (Evening evening = small.evening()) {
			Undisturbed undisturbed = Undisturbed.run(evening);
			assertThat(undisturbed.points()).as("each kind of them")
				.anyMatch((point) -> point.endsWith("after commit"))
				.anyMatch((point) -> point.contains("after gateway charge"))
				.anyMatch((point) -> point.endsWith("after smtp dot"))
				.anyMatch((point) -> point.contains("after move"));
			System.out.println(undisturbed.points().size() + " points");
			return undisturbed;
		}
	}

	/** Where it died; it is started again until it is done. */
	private static List<String> killed(SmallNight small, Undisturbed undisturbed, List<Integer> points)
			throws Exception {
		List<String> deaths = new ArrayList<>();
		try (Evening evening = small.evening()) {
			boolean done = false;
			for (int point : points) {
				if (!done) {
					Start start = evening.start(point);
					done = start.done();
					assertThat(done || start.killed()).as(start.said()).isTrue();
					if (start.killed()) {
						deaths.add(start.points().get(start.points().size() - 1));
					}
				}
			}
			if (!done) {
				goOn(evening, deaths);
			}
			undisturbed.assertSame(evening, deaths.size() * SmallNight.CONNECTIONS, "killed at " + deaths);
		}
		return deaths;
	}

	private static void goOn(Evening evening, List<String> deaths) throws IOException, InterruptedException {
		StringBuilder said = new StringBuilder();
		for (int start = 0; start < STARTS_WITHOUT_A_KILL; start++) {
			Start next = evening.start(0);
			said.append(next.said());
			if (next.done()) {
				return;
			}
		}
		assertThat(said.toString()).as("killed at %s, and not done after %d starts", deaths, STARTS_WITHOUT_A_KILL)
			.isEmpty();
	}

}
