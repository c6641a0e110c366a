package dev.perennial.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of sample data: what is imported first ({@code partners.csv},
 * {@code subscriptions.csv}, {@code qualifications.csv}, {@code catalog}), what comes
 * before the night of a date ({@code inbox}, {@code later/DATE}), what people do by hand
 * ({@code by-hand.csv}), and who pays invoices how ({@code payers.csv}).
 */
final class SampleFolder {

	static final List<String> BY_HAND = List.of("act", "id");

	private final Path folder;

	private final List<Map<String, String>> byHand;

	/** By subscription. */
	private final Map<String, List<Map<String, String>>> payers = new TreeMap<>();

	SampleFolder(Path folder) {
		this.folder = folder;
		this.byHand = Tables.read(folder.resolve("by-hand.csv"));
		Tables.read(folder.resolve("payers.csv"))
			.forEach((row) -> this.payers
				.computeIfAbsent(row.getOrDefault("subscription_id", ""), (id) -> new ArrayList<>())
				.add(row));
	}

	Path catalogue() {
		return this.folder.resolve("catalog");
	}

	List<Map<String, String>> partners() {
		return Tables.read(this.folder.resolve("partners.csv"));
	}

	List<Map<String, String>> payers(String subscription) {
		return this.payers.getOrDefault(subscription, List.of());
	}

	/** What lies there before the night, by the name that it has for the night. */
	Map<String, String> before(LocalDate date) {
		Map<String, String> files = new TreeMap<>();
		for (String name : List.of("inbox/requests-" + date + ".csv", "inbox/bank-" + date + ".csv")) {
			take(files, name, this.folder.resolve(name));
		}
		Path later = this.folder.resolve("later").resolve(date.toString());
		for (String name : List.of("partners.csv", "qualifications.csv")) {
			take(files, "import/" + name, later.resolve(name));
		}
		for (String name : List.of("offers.yaml", "seller.yaml", "tax.yaml")) {
			take(files, "catalog/" + name, later.resolve("catalog").resolve(name));
		}
		List<List<String>> acts = this.byHand.stream()
			.filter((row) -> row.getOrDefault("on", "").equals(date.toString()))
			.map((row) -> List.of(row.getOrDefault("act", ""), row.getOrDefault("id", "")))
			.toList();
		if (!acts.isEmpty()) {
			files.put("by-hand.csv", Tables.text(BY_HAND, acts));
		}
		return files;
	}

	private static void take(Map<String, String> files, String name, Path file) {
		if (Files.exists(file)) {
			files.put(name, Tables.content(file));
		}
	}

}
