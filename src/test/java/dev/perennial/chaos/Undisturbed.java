package dev.perennial.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import dev.perennial.chaos.Evening.Start;
import dev.perennial.testing.NightLeft;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a night left to which nothing happened.
 *
 * @param left rows, files and mails
 * @param books what the gateway has charged
 * @param points the moments that it passed
 */
public record Undisturbed(NightLeft left, List<String> books, List<String> points) {

	/** Runs the night of an evening, which must go well. */
	public static Undisturbed run(Evening evening) throws IOException, InterruptedException {
		Start start = evening.start(0);
		assertThat(start.done()).as(start.said()).isTrue();
		assertThat(evening.doubtful()).isEmpty();
		return new Undisturbed(evening.left(), evening.books(), start.points());
	}

	/**
	 * Fails unless another night left the same, but for mails in doubt (rules 8.4).
	 * @param doubts how many may be
	 * @param what what happened to it
	 */
	public void assertSame(Evening evening, int doubts, Object what) throws IOException {
		Set<String> doubtful = evening.doubtful();
		assertThat(doubtful).as("in doubt, %s", what).hasSizeLessThanOrEqualTo(doubts);
		try {
			evening.left().without(doubtful).assertSameAs(this.left.without(doubtful));
			assertThat(evening.books()).isEqualTo(this.books);
		}
		catch (AssertionError ex) {
			throw new AssertionError(String.valueOf(what), ex);
		}
	}

}
