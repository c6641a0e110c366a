package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The table written by hand, sample-cases.txt: what happens to each named subscription,
 * with the rules that say so.
 */
public final class NamedCases {

	private static final Path TABLE = Path.of("src/test/resources/dev/perennial/demo/sample/sample-cases.txt");

	private static final String TEST = "test ";

	private final LocalDate first;

	private final boolean amounts;

	/** By subscription, E. */
	private final Map<String, LocalDate> ends = new TreeMap<>();

	/**
	 * Begins.
	 * @param sample the folder of sample data
	 * @param first D
	 * @param amounts whether the amounts of documents count, which are those of the day
	 * of the demo
	 */
	public NamedCases(Path sample, LocalDate first, boolean amounts) {
		this.first = first;
		this.amounts = amounts;
		Tables.read(sample.resolve("subscriptions.csv"))
			.forEach((row) -> this.ends.put(row.getOrDefault("subscription_id", ""),
					LocalDate.parse(row.getOrDefault("ends_on", ""))));
	}

	/** The lines of the table about the sample. */
	public static List<Case> all() {
		return lines().filter((line) -> !line.startsWith(TEST))
			.map((line) -> Case.of("; ", line.split(" \\| ")))
			.toList();
	}

	/**
	 * What the sample alone cannot show: a test, the rules, the states and reasons.
	 */
	public static List<Case> elsewhere() {
		return lines().filter((line) -> line.startsWith(TEST))
			.map((line) -> Case.of(" ", line.substring(TEST.length()).split(" \\| ")))
			.toList();
	}

	private static Stream<String> lines() {
		return Tables.content(TABLE).lines().filter((line) -> !line.isBlank() && !line.startsWith("#"));
	}

	/** The cases of which the table says something else, one line each. */
	public List<String> differences(Happenings happenings) {
		List<String> differences = new ArrayList<>();
		all().forEach((named) -> compare(named, happenings.of(named.key()), differences));
		return differences;
	}

	private void compare(Case named, List<String> happened, List<String> differences) {
		List<String> expected = new ArrayList<>();
		List<String> unsaid = new ArrayList<>();
		for (String happens : named.happens()) {
			String[] parts = happens.split(" ", 2);
			(parts[0].startsWith("~") ? unsaid : expected)
				.addAll(days(named.key(), parts[0].replace("~", ""), written(parts[1])));
		}
		long last = Math.max(Happenings.COMPLETE, expected.stream().mapToLong(NamedCases::day).max().orElse(0));
		List<String> actual = happened.stream()
			.map(this::written)
			.filter((text) -> day(text) <= last && !unsaid.contains(text) && named.speaksOf(text))
			.toList();
		List<String> missing = new ArrayList<>(expected);
		actual.forEach(missing::remove);
		List<String> more = new ArrayList<>(actual);
		expected.forEach(more::remove);
		if (!missing.isEmpty() || !more.isEmpty()) {
			differences.add("%s: happened, but not in the table: %s; in the table, but did not happen: %s"
				.formatted(named.key(), more, missing));
		}
	}

	/** Without its amounts where they do not count. */
	private String written(String event) {
		return this.amounts ? event : event.replaceFirst("(i:\\w+/\\w+)/.*", "$1");
	}

	/** {@code 3}, {@code 0..2} or {@code E+1}. */
	private List<String> days(String key, String text, String event) {
		if (text.startsWith("E")) {
			LocalDate day = this.ends.getOrDefault(key, this.first).plusDays(Integer.parseInt(text.substring(1)));
			return List.of(ChronoUnit.DAYS.between(this.first, day) + " " + event);
		}
		String[] bounds = text.split("\\.\\.");
		return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[bounds.length - 1]))
			.mapToObj((day) -> day + " " + event)
			.toList();
	}

	private static long day(String text) {
		return Long.parseLong(text.substring(0, text.indexOf(' ')));
	}

	/**
	 * A line of the table.
	 *
	 * @param key the subscription, request or bank line
	 * @param rules the numbers of the rules that it shows
	 * @param happens what happens on which days
	 */
	public record Case(String key, List<String> rules, List<String> happens) {

		static Case of(String between, String... cells) {
			if (cells.length != 3) {
				throw new IllegalArgumentException(Arrays.toString(cells));
			}
			return new Case(cells[0], listed(cells[1], " "), listed(cells[2], between));
		}

		private static List<String> listed(String cell, String between) {
			return cell.equals("-") ? List.of() : List.of(cell.split(between));
		}

		/** What the table says for a file, without its days. */
		public Stream<String> of(String file) {
			return happens().stream()
				.filter((event) -> event.contains(" " + file + ":"))
				.map((event) -> event.substring(event.indexOf(':') + 1));
		}

		/** A case that names no document, or no state, says nothing about it. */
		boolean speaksOf(String event) {
			return Stream.of("i", "s")
				.noneMatch((file) -> event.contains(" " + file + ":") && of(file).findAny().isEmpty());
		}

	}

}
