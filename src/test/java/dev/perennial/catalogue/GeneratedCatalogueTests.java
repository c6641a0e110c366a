package dev.perennial.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.importing.row.GeneratedFiles;
import dev.perennial.importing.row.GeneratedValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody writes into the catalogue, it is read, or refused with what is wrong
 * in words that are fit to be shown: nothing else ever comes of it.
 */
class GeneratedCatalogueTests {

	private static final int CASES = 1_000;

	private static final List<String> GOOD = List.of(CatalogueTests.OFFERS, CatalogueTests.SELLER, CatalogueTests.TAX);

	private static final Pattern VALUE = Pattern.compile("(?<=: )[^{},\\n]+|(?<=[{,-] )[a-z-]+(?=:)");

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void aCatalogueIsReadOrRefused(int changed) {
		int read = 0;
		int cases = GeneratedFiles.times(CASES);
		for (int number = 0; number < cases; number++) {
			List<String> texts = new ArrayList<>(GOOD);
			Random random = new Random(GeneratedFiles.seed(number));
			texts.set(changed, random.nextInt(20) > 0 ? bad(texts.get(changed), random) : texts.get(changed));
			read += isRead(texts, "%s, number %d".formatted(texts.get(changed), number)) ? 1 : 0;
		}
		// Else the generator tries nothing, or nothing behind the first key
		assertThat(read).as("read of %d", cases).isBetween(cases / 50, cases - cases / 4);
	}

	private static boolean isRead(List<String> texts, String what) {
		try {
			assertThat(Catalogue.read(texts.get(0), texts.get(1), texts.get(2)).offerCodes()).isNotNull();
			return true;
		}
		catch (CatalogueRefused refusal) {
			assertThat(refusal.getMessage()).as(what)
				.doesNotContainPattern("[\\p{Cc}\u2028\u2029]")
				.doesNotContain("Exception", "java.lang", "org.yaml", "\tat ")
				.hasSizeLessThan(1_000);
			return false;
		}
		catch (RuntimeException ex) {
			throw new AssertionError(what, ex);
		}
	}

	/** With a value, a key or a line that nobody should write. */
	private static String bad(String good, Random random) {
		List<String> lines = new ArrayList<>(good.lines().toList());
		int line = random.nextInt(lines.size());
		switch (random.nextInt(6)) {
			case 0 -> lines.remove(line);
			case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
			case 2 -> lines.set(line, " ".repeat(random.nextInt(8)) + lines.get(line).strip());
			default -> lines.set(line, replaced(lines.get(line), random));
		}
		return String.join("\n", lines) + "\n";
	}

	private static String replaced(String line, Random random) {
		String value = GeneratedValues.value(random);
		String written = random.nextBoolean() ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		List<int[]> places = VALUE.matcher(line)
			.results()
			.map((place) -> new int[] { place.start(), place.end() })
			.toList();
		if (places.isEmpty()) {
			return line + Matcher.quoteReplacement(written);
		}
		int[] place = places.get(random.nextInt(places.size()));
		return line.substring(0, place[0]) + written + line.substring(place[1]);
	}

}
