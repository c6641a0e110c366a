package dev.perennial.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.perennial.chaos.Evening.Start;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a night left to which nothing happened.
 *
 * @param outcome what it left
 * @param points the moments that it passed
 */
public record Undisturbed(Outcome outcome, List<String> points) {

	/** Runs the night of an evening, which must go well, and do nothing twice. */
	public static Undisturbed run(Evening evening) throws IOException, InterruptedException {
		Start start = evening.begin(0, SmallNight.SURE_OF_ITS_LEASE).end();
		assertThat(start.done()).as(start.said()).isTrue();
		Outcome outcome = evening.outcome();
		assertThat(outcome.doubts()).isEmpty();
		return new Undisturbed(outcome, start.points());
	}

	/**
	 * The names of the moments of an operation in the steps, each with, behind {@code #},
	 * which of those that are called so it is.
	 */
	public List<String> moments(String operation) {
		Map<String, Integer> passed = new HashMap<>();
		List<String> moments = new ArrayList<>();
		for (String point : this.points) {
			String name = point.replaceFirst("point \\d+ ", "");
			int number = passed.merge(name, 1, Integer::sum);
			if (name.endsWith(" " + operation) && !name.startsWith("night ")) {
				moments.add("%s#%d".formatted(name, number));
			}
		}
		return moments;
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
