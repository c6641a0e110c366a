package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection that is cut between COMMIT and its answer: the server has committed or it
 * has not, and the program is not told (rules 11.4).
 */
@Tag("verify")
@Tag("mysql")
class CommitAnswerLostTests {

	private static final int SOME = 3;

	/** Longer than the pause before the next try. */
	private static final Duration LATE = Duration.ofMillis(800);

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leavesWhatAnUndisturbedNightLeaves(boolean committed) throws Exception {
		String what = "the answer to a commit lost, committed: " + committed;
		atSomeCommits(what, false, (commit) -> new LostCommits(commit, committed, Fault.CUT));
	}

	/** The transaction is done again while the server still has the first one open. */
	@Test
	void goesOnByItselfWhenTheCommitArrivesDuringTheNextTry() throws Exception {
		atSomeCommits("a commit that arrives late, its answer lost", true,
				(commit) -> new LostCommits(commit, false, Fault.unheardAndLate(LATE)));
	}

	/**
	 * @param alone whether the first start must come to the end by itself
	 */
	private void atSomeCommits(String fault, boolean alone, IntFunction<LostCommits> faults) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, fault)) {
			int struck = 0;
			for (int commit : nights.numbers(commits(nights), SOME)) {
				LostCommits lost = faults.apply(commit);
				String what = "%s: commit %d".formatted(fault, commit);
				try (Evening evening = nights.evening();
						Wire wire = new Wire(evening.database().server().port()).with(lost)) {
					Start start = evening.begin(0, FaultyNights.database(evening, wire)).end();
					struck += lost.struck() ? 1 : 0;
					assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(0, 1, 3);
					System.out.println(what + ", exit " + start.exit() + (start.done() ? "" : ": " + start.said()));
					if (!start.done()) {
						assertThat(!alone || isOpeningOrClosing(evening, nights)).as("%s: %s", what, start.said())
							.isTrue();
						evening.finish(what);
					}
					nights.compare(evening, 0, what);
				}
			}
			assertThat(struck).isPositive();
			nights.complete();
		}
	}

	/**
	 * Whether a night ended before its first job or after its last: what it commits there
	 * itself is not tried again.
	 */
	private static boolean isOpeningOrClosing(Evening evening, FaultyNights nights) throws Exception {
		List<String> runs = evening.outcome().runs();
		boolean opening = runs.stream().noneMatch((run) -> run.startsWith(SmallNight.D.toString()));
		return opening || Set.copyOf(runs).equals(Set.copyOf(nights.undisturbed().outcome().runs()));
	}

	private static int commits(FaultyNights nights) throws Exception {
		return nights.points("after commit").size();
	}

}
