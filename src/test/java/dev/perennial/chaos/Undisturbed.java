package dev.perennial.chaos;

import java.io.IOException;
import java.util.List;

import dev.perennial.chaos.Evening.Start;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a night left to which nothing happened.
 *
 * @param outcome what it left
 * @param points the moments that it passed
 */
public record Undisturbed(Outcome outcome, List<String> points) {

	/** Runs the night of an evening, which must go well. */
	public static Undisturbed run(Evening evening) throws IOException, InterruptedException {
		Start start = evening.start(0);
		assertThat(start.done()).as(start.said()).isTrue();
		Outcome outcome = evening.outcome();
		assertThat(outcome.doubts()).isEmpty();
		return new Undisturbed(outcome, start.points());
	}

	/**
	 * Fails unless another night left the same, but for mails in doubt (rules 8.4).
	 * @param doubts how many may be
	 * @param what what happened to it
	 */
	public void assertSame(Evening evening, int doubts, Object what) throws IOException {
		Outcome other = evening.outcome();
		assertThat(other.differencesFrom(this.outcome)).as(String.valueOf(what)).isEmpty();
		assertThat(other.doubts()).as("in doubt, %s", what).hasSizeLessThanOrEqualTo(doubts);
	}

}
