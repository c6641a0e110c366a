package dev.perennial.work;

/**
 * What became of an item.
 */
public sealed interface Outcome {

	/** Its rows are written. */
	record Done() implements Outcome {
	}

	/**
	 * Nothing to do, or held: with the reason (rules 11.2).
	 *
	 * @param reason an upper-case word such as {@code NO_NOTICE}, at most 40 characters
	 */
	record Skipped(String reason) implements Outcome {
	}

	/**
	 * Waits for a person (rules 11.3).
	 *
	 * @param error one line: what was wrong and what to do; no token, no password
	 */
	record Parked(String error) implements Outcome {
	}

}
