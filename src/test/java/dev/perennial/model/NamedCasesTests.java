package dev.perennial.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The model and the table that was written by hand say the same of every named case. */
@Tag("verify")
class NamedCasesTests {

	private static final Path TABLE = Path.of("src/test/resources/dev/perennial/demo/sample/sample-cases.txt");

	private static final LocalDate DAY = SamplePartners.DEMO_DATE;

	/** The list of a case is complete up to here. */
	private static final int COMPLETE = 75;

	@TempDir
	private Path folder;

	private final Happenings happenings = new Happenings(DAY);

	private final Map<String, LocalDate> ends = new TreeMap<>();

	@Test
	void sayTheSame() throws IOException {
		simulate();
		List<String> differences = new ArrayList<>();
		for (String line : Files.readAllLines(TABLE)) {
			if (!line.isBlank() && !line.startsWith("#")) {
				String[] cells = line.split(" \\| ");
				compare(cells[0], cells[2].split("; "), differences);
			}
		}
		assertThat(differences).isEmpty();
	}

	private void simulate() throws IOException {
		SamplePartners partners = new SamplePartners(DAY);
		partners.writeTo(this.folder.resolve("sample"), partners.size(), CatalogueTexts.in(Path.of("config")));
		Simulation simulation = new Simulation(this.folder.resolve("sample"), DAY, this.folder.resolve("nights"));
		simulation.books.subscriptions.forEach((id, subscription) -> this.ends.put(id, subscription.ends()));
		// far enough for the lapse of the term of 29 February, E = D + 249
		simulation.readBy(this.happenings::read).runUntil(DAY.plusDays(281));
	}

	private void compare(String key, String[] table, List<String> differences) {
		List<String> expected = new ArrayList<>();
		List<String> actual = new ArrayList<>(this.happenings.of(key));
		for (String happens : table) {
			String[] parts = happens.split(" ", 2);
			List<String> days = days(key, parts[0].replace("~", ""), parts[1]);
			if (parts[0].startsWith("~")) {
				actual.removeAll(days);
			}
			else {
				expected.addAll(days);
			}
		}
		long last = Math.max(COMPLETE, expected.stream().mapToLong(NamedCasesTests::day).max().orElse(0));
		actual.removeIf((text) -> day(text) > last);
		actual.sort(null);
		expected.sort(null);
		if (!actual.equals(expected)) {
			List<String> missing = new ArrayList<>(expected);
			actual.forEach(missing::remove);
			expected.forEach(actual::remove);
			differences.add(key + ": only the model " + actual + ", only the table " + missing);
		}
	}

	/** {@code 3}, {@code 0..2} or {@code E+1}. */
	private List<String> days(String key, String text, String event) {
		if (text.startsWith("E")) {
			LocalDate day = this.ends.getOrDefault(key, DAY).plusDays(Integer.parseInt(text.substring(1)));
			return List.of(ChronoUnit.DAYS.between(DAY, day) + " " + event);
		}
		String[] bounds = text.split("\\.\\.");
		return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[bounds.length - 1]))
			.mapToObj((day) -> day + " " + event)
			.toList();
	}

	private static long day(String text) {
		return Long.parseLong(text.substring(0, text.indexOf(' ')));
	}

}
