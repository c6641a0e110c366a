package dev.perennial.chaos;

import java.util.Random;

/**
 * What all that is random in a run follows from: printed, and given as
 * {@code -Dperennial.chaos.seed=N} to do the same again.
 *
 * @param number the seed
 */
public record Seed(long number) {

	private static final String SETTING = "perennial.chaos.seed";

	/** The one that is given, or any. */
	public static Seed take() {
		Seed seed = new Seed(Long.getLong(SETTING, System.nanoTime() % 1_000_000));
		System.out.println("Repeat with -D%s=%s".formatted(SETTING, seed));
		return seed;
	}

	public Random random() {
		return new Random(this.number);
	}

	@Override
	public String toString() {
		return String.valueOf(this.number);
	}

}
