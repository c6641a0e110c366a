package dev.perennial.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import dev.perennial.chaos.Evening.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The small night, killed at its first point, its second, its third, until there is none
 * in any night (rules 11.4, 8.4): {@code mvn -Pchaos}, with
 * {@code -Dperennial.chaos.every=10} at every tenth, from
 * {@code -Dperennial.chaos.from=N} on.
 */
@Tag("verify")
@EnabledIfSystemProperty(named = NightKilledEverywhereTests.EVERY, matches = "[1-9]\\d*")
class NightKilledEverywhereTests {

	static final String EVERY = "perennial.chaos.every";

	private final AtomicInteger point = new AtomicInteger(Integer.getInteger("perennial.chaos.from", 1));

	/** Of all nights that ended. */
	private final AtomicInteger mostPoints = new AtomicInteger();

	private final AtomicBoolean beyond = new AtomicBoolean();

	private final Set<String> died = ConcurrentHashMap.newKeySet();

	private final boolean all = Integer.getInteger(EVERY, 0) == 1 && this.point.get() == 1;

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilledWhereverItIsKilled() throws Exception {
		try (SmallNight first = new SmallNight(this.folder.resolve("undisturbed"));
				ChaosPart part = new ChaosPart("small night, killed at every point", first.database(), "")) {
			Undisturbed undisturbed;
			try (Evening evening = first.evening()) {
				undisturbed = Undisturbed.run(evening);
				CutSteps.assertCut(evening);
			}
			this.mostPoints.set(undisturbed.points().size());
			Lanes.run(() -> {
				work(undisturbed, part);
				return null;
			});
			if (this.all) {
				assertThat(this.died).as("each kind of moment").containsAll(kinds(undisturbed.points()));
			}
			part.complete();
		}
	}

	private void work(Undisturbed undisturbed, ChaosPart part) throws Exception {
		Path own = Files.createTempDirectory(this.folder, "lane-");
		try (SmallNight small = new SmallNight(own); NightWorker worker = new NightWorker(QuickStart.standard())) {
			while (!this.beyond.get()) {
				int at = this.point.getAndAdd(Integer.getInteger(EVERY, 1));
				try (Evening evening = small.evening()) {
					Start start = worker.work(evening, at);
					if (start.done()) {
						survived(at, evening, start, undisturbed, part);
					}
					else {
						recover(evening, worker, start, undisturbed, part);
					}
				}
			}
		}
	}

	/**
	 * It passed fewer points than it was to: the last of them, or not as many as others.
	 */
	private void survived(int at, Evening evening, Start start, Undisturbed undisturbed, ChaosPart part)
			throws Exception {
		int passed = start.points().size();
		String what = "not killed at point %d: ended after %d".formatted(at, passed);
		System.out.println(what);
		if (at > this.mostPoints.accumulateAndGet(passed, Math::max)) {
			this.beyond.set(true);
		}
		else {
			part.compared(what, 0, 0, 0, evening.outcome(), undisturbed.outcome());
		}
	}

	/** Steps and operations, without the numbers. */
	private static Set<String> kinds(List<String> points) {
		return points.stream().map((point) -> point.replaceFirst("point \\d+ ", "")).collect(Collectors.toSet());
	}

	private void recover(Evening evening, NightWorker worker, Start killed, Undisturbed undisturbed, ChaosPart part)
			throws Exception {
		List<String> points = killed.points();
		String where = points.isEmpty() ? "nowhere" : points.get(points.size() - 1);
		System.out.println(where);
		this.died.addAll(kinds(List.of(where)));
		if (!killed.killed()) {
			part.differs(where, "exit code " + killed.exit() + ": " + killed.said());
		}
		// Before the next start, which might mend it.
		evening.unexplained().forEach((seen) -> part.differs("dead at " + where, seen));
		Start next = worker.work(evening, 0);
		for (int start = 1; start < Evening.STARTS && !next.done(); start++) {
			part.failedStarts(1);
			part.differs(where, "the next start did not recover by itself: " + next.said());
			next = worker.work(evening, 0);
		}
		if (!next.done()) {
			part.failedStarts(1);
			part.differs(where, "not done after %d starts: %s".formatted(Evening.STARTS, next.said()));
		}
		// Where no mail is in its dialogue, none can be in doubt.
		int doubts = where.contains("send-mails") ? SmallNight.CONNECTIONS : 0;
		part.compared("killed at " + where, 1, 0, doubts, evening.outcome(), undisturbed.outcome());
	}

}
