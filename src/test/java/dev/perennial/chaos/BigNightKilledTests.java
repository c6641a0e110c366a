package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.chaos.BigEvening.BigStart;
import dev.perennial.notice.NoticeCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night of thousands of subscriptions, worked by the program's jar, killed at random
 * instants after it has its lease and started again until it is done, ends as one that
 * was never killed (rules 11.4, 8.4): {@code mvn -Pchaos}, for
 * {@code -Dperennial.chaos.night-kills=N} kills.
 */
@Tag("verify")
@EnabledIfSystemProperty(named = BigNightKilledTests.KILLS, matches = "[1-9]\\d*")
class BigNightKilledTests {

	static final String KILLS = "perennial.chaos.night-kills";

	private static final int SIZE = Integer.getInteger("perennial.chaos.night-size", 5000);

	/** Of so many subscriptions of the mix a hundred are due. */
	private static final int MIX = 240;

	/** How many kills an average night has; of each kind as many nights. */
	private static final int[] RHYTHMS = { 24, 12, 5 };

	/** Then it is left to end. */
	private static final int KILLS_OF_A_NIGHT = 40;

	private static final List<String> PROGRAM = List.of(
			Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-jar", Path.of("target", "perennial.jar").toString());

	private final AtomicInteger kills = new AtomicInteger();

	private final AtomicInteger nights = new AtomicInteger();

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilled() throws Exception {
		Seed seed = Seed.take();
		try (BigNight first = night();
				ChaosPart part = new ChaosPart("big night, killed at random instants", first.database(),
						seed.toString())) {
			Reference undisturbed = undisturbed(first);
			Lanes.run(() -> {
				try (BigNight big = night()) {
					while (this.kills.get() < Integer.getInteger(KILLS)) {
						kill(big, undisturbed, seed, part);
					}
				}
				return null;
			});
			part.complete();
		}
	}

	private BigNight night() throws IOException {
		return new BigNight(Files.createTempDirectory(this.folder, "lane-"), SIZE * MIX / 100, PROGRAM);
	}

	private static Reference undisturbed(BigNight big) throws Exception {
		try (BigEvening evening = big.evening()) {
			BigStart start = evening.start();
			start.end();
			assertThat(start.done()).as(start.text()).isTrue();
			Reference undisturbed = new Reference(evening.outcome(), start.millis());
			assertThat(undisturbed.outcome().doubts()).isEmpty();
			assertHasEverything(undisturbed.outcome());
			assertThat(ContractTokens.unusedIn(BigNight.D, big.database())).as("tokens of cards").isEmpty();
			System.out.println("Undisturbed: " + start.millis() + " ms");
			return undisturbed;
		}
	}

	/** The subscriptions that the night dealt with, and each kind of mail. */
	private static void assertHasEverything(Outcome outcome) {
		Set<String> due = new HashSet<>();
		outcome.left().files().forEach((name, text) -> {
			if (name.matches(BigNight.D + "/(renewals|windows|notices)\\.csv")) {
				text.lines().skip(1).forEach((line) -> due.add(line.substring(0, line.indexOf(','))));
			}
		});
		List<String> sent = outcome.left()
			.files()
			.getOrDefault(BigNight.D + "/notices.csv", "")
			.lines()
			.filter((line) -> line.contains(",SENT,"))
			.toList();
		System.out.println(
				"%d subscriptions, %d mails, %d charges".formatted(due.size(), sent.size(), outcome.books().size()));
		System.out
			.println(sent.stream().collect(Collectors.groupingBy((line) -> line.split(",")[2], Collectors.counting())));
		assertThat(due).hasSizeGreaterThanOrEqualTo(SIZE);
		assertThat(sent.stream().map((line) -> line.split(",")[2]).distinct())
			.containsAll(Stream.of(NoticeCode.values()).map(Enum::name).toList());
	}

	/** Kills one night until it is done. */
	private void kill(BigNight big, Reference undisturbed, Seed seed, ChaosPart part) throws Exception {
		int number = this.nights.incrementAndGet();
		Random random = new Random(seed.number() * 1000 + number);
		long longest = 2 * undisturbed.millis() / RHYTHMS[number % RHYTHMS.length];
		List<String> deaths = new ArrayList<>();
		try (BigEvening evening = big.evening()) {
			int failures = 0;
			boolean done = false;
			while (!done && failures < Evening.STARTS) {
				BigStart start = evening.start();
				if (deaths.size() < KILLS_OF_A_NIGHT && start.kill((long) (random.nextDouble() * longest))) {
					deaths.add(evening.job());
					this.kills.incrementAndGet();
					continue;
				}
				done = start.end() == 0 || start.done();
				if (!done) {
					failures++;
					part.failedStarts(1);
					part.differs("night %d, killed in %s".formatted(number, counted(deaths)),
							"the next start did not recover by itself, exit code %d: %s".formatted(start.end(),
									start.text()));
				}
			}
			String what = "night %d, killed in %s".formatted(number, counted(deaths));
			if (!done) {
				part.differs(what, "not done after %d starts".formatted(Evening.STARTS));
			}
			part.compared(what, deaths.size(), 0, deaths.size() * BigNight.CONNECTIONS, evening.outcome(),
					undisturbed.outcome());
			System.out.println("%s; %d kills so far".formatted(what, this.kills.get()));
		}
	}

	private static String counted(List<String> deaths) {
		Map<String, Long> counts = deaths.stream()
			.collect(Collectors.groupingBy((job) -> job.isEmpty() ? "between jobs" : job, LinkedHashMap::new,
					Collectors.counting()));
		return counts.entrySet()
			.stream()
			.map((count) -> "%s (%d)".formatted(count.getKey(), count.getValue()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The night that was not killed.
	 *
	 * @param outcome what it left
	 * @param millis how long it took
	 */
	private record Reference(Outcome outcome, long millis) {

	}

}
