package dev.perennial.nights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of each term, order, document, window, notice and request, read from the
 * files of nights. Numbers of documents are left out: they follow from the documents of
 * each night (rules 9.2).
 */
final class Histories {

	private final Map<String, List<String>> byThing = new TreeMap<>();

	/** By the subscription and the number of a term, its last row of the states. */
	private final Map<String, List<String>> terms = new TreeMap<>();

	/**
	 * Reads a night; nights are read in their order.
	 * @param files the rows of each file of its outbox
	 * @param states the rows of all subscriptions at its end
	 */
	void read(LocalDate date, Map<String, List<List<String>>> files, List<List<String>> states) {
		states.forEach((row) -> term(date, row));
		files.getOrDefault("renewals.csv", List.of()).forEach((row) -> order(date, row));
		files.getOrDefault("windows.csv", List.of())
			.forEach((row) -> add("window " + row.get(0) + " " + row.get(2), date + " " + row.get(6)));
		files.getOrDefault("invoices.csv", List.of()).forEach(this::document);
		files.getOrDefault("notices.csv", List.of()).forEach((row) -> notice(date, row));
		files.getOrDefault("requests.csv", List.of())
			.forEach((row) -> add("request " + row.get(0), date + " " + row.get(4) + slash(row.get(5))));
	}

	/** A term begins, and may be switched off. */
	private void term(LocalDate date, List<String> row) {
		List<String> term = row.subList(3, 6);
		if (!row.get(2).isEmpty() && !term.equals(this.terms.put(row.get(0) + " " + row.get(2), term))) {
			add("term %s %s..%s".formatted(row.get(0), row.get(3), row.get(4)), date + " " + row.get(5));
		}
	}

	/** What is held has no order: it is the same renewal on the next day. */
	private void order(LocalDate date, List<String> row) {
		if (!row.get(7).isEmpty()) {
			String reason = row.get(5).equals("PARKED") ? "" : slash(row.get(6));
			String charged = row.get(8).isEmpty() ? "" : " " + row.get(8);
			add("order " + row.get(7), "%s %s%s%s".formatted(date, row.get(5), reason, charged));
		}
	}

	private void document(List<String> row) {
		add("%s %s %s %s".formatted(row.get(1), row.get(13), row.get(15), row.get(17)), "%s due %s: %s + %s %s %s"
			.formatted(row.get(2), row.get(3), row.get(9), row.get(10), row.get(8), row.get(18)));
	}

	/** The night is left out where it is the target. */
	private void notice(LocalDate date, List<String> row) {
		String night = row.get(3).equals(date.toString()) ? "" : date + " ";
		add("%s %s %s".formatted(row.get(2), row.get(0), row.get(3)), night + row.get(4) + slash(row.get(5)));
	}

	private static String slash(String reason) {
		return reason.isEmpty() ? "" : "/" + reason;
	}

	private void add(String thing, String happened) {
		this.byThing.computeIfAbsent(thing, (key) -> new ArrayList<>()).add(happened);
	}

	private String of(String thing) {
		return String.join(", ", this.byThing.getOrDefault(thing, List.of("-")));
	}

	/** The things that have another history, with both. */
	Map<String, String> differences(Histories other) {
		Set<String> things = new TreeSet<>(this.byThing.keySet());
		things.addAll(other.byThing.keySet());
		Map<String, String> different = new TreeMap<>();
		for (String thing : things) {
			if (!of(thing).equals(other.of(thing))) {
				different.put(thing, of(thing) + " | " + other.of(thing));
			}
		}
		return different;
	}

}
