package dev.perennial.testing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Settings that cut plans into chunks: small ones, so that there is a middle, or large
 * ones.
 */
public final class Chunks {

	private static final List<String> JOBS = List.of("intake", "renewals", "windows", "invoices", "notices");

	private Chunks() {
	}

	/**
	 * Chunks of so many items.
	 * @param more other settings, {@code key=value}
	 */
	public static String[] of(int items, String... more) {
		Stream<String> chunks = JOBS.stream().map((job) -> "jobs.%s.chunk-size=%d".formatted(job, items));
		return Stream.of(Stream.of("charging.chunk=" + items), chunks, Stream.of(more))
			.flatMap((settings) -> settings)
			.toArray(String[]::new);
	}

	/**
	 * The same for the command line.
	 * @param more other options, {@code --key=value}
	 */
	public static String[] options(int items, String... more) {
		return Stream.concat(Stream.of(of(items)).map("--"::concat), Stream.of(more)).toArray(String[]::new);
	}

}
