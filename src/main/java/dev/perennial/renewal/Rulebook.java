package dev.perennial.renewal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.catalogue.Catalogue;
import dev.perennial.catalogue.CatalogueTexts;

/**
 * The rules in force in a night: what it stores as one text at its first start, and what
 * all its jobs and every restart read from that text (rules 1.1).
 *
 * @param policy the numbers
 * @param texts the catalogue as it stood
 */
public record Rulebook(Policy policy, CatalogueTexts texts) {

	private static final String SETTINGS = "settings";

	/** The catalogue of these texts. */
	public Catalogue catalogue() {
		return Catalogue.read(this.texts);
	}

	/**
	 * One text for all: parts, each after a line with its name and length in characters.
	 */
	public String text() {
		String settings = PolicySettings.of(this.policy)
			.entrySet()
			.stream()
			.map((setting) -> setting.getKey() + "=" + setting.getValue() + "\n")
			.collect(Collectors.joining());
		return part(SETTINGS, settings) + part("offers", this.texts.offers()) + part("seller", this.texts.seller())
				+ part("tax", this.texts.tax());
	}

	/**
	 * Reads what {@link #text} wrote.
	 * @throws IllegalArgumentException if it is anything else
	 */
	public static Rulebook read(String text) {
		Map<String, String> parts = parts(text);
		Map<String, String> settings = parts.getOrDefault(SETTINGS, "")
			.lines()
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> (pair.length > 1) ? pair[1] : ""));
		return new Rulebook(PolicySettings.read(settings), new CatalogueTexts(parts.getOrDefault("offers", ""),
				parts.getOrDefault("seller", ""), parts.getOrDefault("tax", "")));
	}

	private static String part(String name, String text) {
		return "== %s %d\n".formatted(name, text.length()) + text + "\n";
	}

	private static Map<String, String> parts(String text) {
		Map<String, String> parts = new LinkedHashMap<>();
		int at = 0;
		while (at < text.length()) {
			int end = text.indexOf('\n', at);
			String[] head = (end < 0) ? new String[0] : text.substring(at, end).split(" ");
			if (head.length != 3 || !head[0].equals("==") || !head[2].matches("\\d{1,9}")
					|| end + 1 + Integer.parseInt(head[2]) >= text.length()) {
				throw new IllegalArgumentException("no rulebook: no part begins at character " + at);
			}
			int from = end + 1;
			at = from + Integer.parseInt(head[2]) + 1;
			parts.put(head[1], text.substring(from, at - 1));
		}
		return parts;
	}

}
