package dev.perennial.chaos.matrix;

import java.nio.file.Path;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
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

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leavesWhatAnUndisturbedNightLeaves(boolean committed) throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder,
				"the answer to a commit lost, committed: " + committed)) {
			long commits = nights.undisturbed()
				.points()
				.stream()
				.filter((point) -> point.endsWith("after commit"))
				.count();
			int struck = 0;
			int byThemselves = 0;
			for (int commit : nights.numbers((int) commits, SOME)) {
				LostCommits fault = new LostCommits(commit, committed, Fault.CUT);
				String what = "the answer to commit %d lost, committed: %s".formatted(commit, committed);
				try (Evening evening = nights.evening();
						Wire wire = new Wire(evening.database().server().port()).with(fault)) {
					Start start = evening.begin(0, FaultyNights.database(evening, wire)).end();
					byThemselves += start.done() ? 1 : 0;
					struck += fault.struck() ? 1 : 0;
					assertThat(start.exit()).as("%s: %s", what, start.said()).isIn(0, 1, 3);
					if (!start.done()) {
						evening.finish(what);
					}
					nights.compare(evening, 0, what);
					System.out.println(what + ", exit " + start.exit() + (start.done() ? "" : ": " + start.said()));
				}
			}
			System.out.println("%d cut, %d nights went on by themselves".formatted(struck, byThemselves));
			assertThat(struck).isPositive();
			nights.complete();
		}
	}

}
