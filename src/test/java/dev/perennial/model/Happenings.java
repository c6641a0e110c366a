package dev.perennial.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened, read from the files of an outbox, in the language of the table of the
 * named cases: {@code r:} an outcome of renewals.csv, {@code w:} an event of windows.csv,
 * {@code n:} a notice, {@code q:} the answer to a request, {@code b:} the result of a
 * bank line, {@code i:} a document, {@code s:} the state of a subscription at the end of
 * the night up to which the table is complete.
 */
public final class Happenings {

	private static final List<String> REQUEST_STATES = List.of("OPEN", "WAITING_PARTNER", "RESOLVED", "REJECTED",
			"REFUSED");

	/** The list of a case is complete up to here. */
	static final int COMPLETE = 75;

	private final LocalDate first;

	private final Map<String, List<String>> byKey = new TreeMap<>();

	/** By the number of an invoice, its subscription. */
	private final Map<String, String> invoiced = new HashMap<>();

	/** By the id of a notice, the request whose state it tells. */
	private final Map<String, String> told = new HashMap<>();

	/**
	 * Begins.
	 * @param first the first night, from which days are counted
	 */
	public Happenings(LocalDate first) {
		this.first = first;
	}

	/** Days and events of a subscription, request or bank line, in order. */
	List<String> of(String key) {
		return this.byKey.getOrDefault(key, List.of());
	}

	/** Every event that happened to anybody, without its day. */
	List<String> all() {
		return this.byKey.values()
			.stream()
			.flatMap(List::stream)
			.map((text) -> text.substring(text.indexOf(' ') + 1))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Reads what a night wrote; nights are read in their order.
	 * @param files the rows of each file by its name, without the header
	 * @param states the state of each subscription, the number of its term, the first and
	 * the last day, and whether it renews by itself, after the id
	 */
	public void read(LocalDate date, Map<String, List<List<String>>> files, List<List<String>> states) {
		long day = ChronoUnit.DAYS.between(this.first, date);
		if (day == COMPLETE) {
			states.forEach((row) -> add(day, row.get(0), "s:", row.get(1), slash(row.get(2)) + slash(row.get(5))));
		}
		rows(files, "renewals.csv").forEach(
				(row) -> add(day, row.get(0), "r:", row.get(5), row.get(5).equals("PARKED") ? "" : slash(row.get(6))));
		rows(files, "windows.csv").forEach((row) -> add(day, row.get(0), "w:", row.get(6), ""));
		rows(files, "invoices.csv").forEach((row) -> document(day, row));
		rows(files, "requests.csv").forEach((row) -> request(day, row));
		rows(files, "notices.csv").forEach((row) -> notice(day, row));
		rows(files, "bank.csv").forEach((row) -> bankLine(day, row));
	}

	private static List<List<String>> rows(Map<String, List<List<String>>> files, String name) {
		return files.getOrDefault(name, List.of());
	}

	private void document(long day, List<String> row) {
		this.invoiced.put(row.get(0), row.get(13));
		add(day, row.get(13), "i:", row.get(1), "/%s/%s+%s".formatted(row.get(12), row.get(9), row.get(10)));
	}

	private void notice(long day, List<String> row) {
		String state = row.get(4).equals("SENT") ? "" : "=" + row.get(4) + slash(row.get(5));
		add(day, row.get(0), "n:", row.get(2), state);
		String request = this.told.get(row.get(6));
		if (request != null) {
			add(day, request, "n:", row.get(2), state);
		}
	}

	private void request(long day, List<String> row) {
		String id = row.get(0);
		REQUEST_STATES
			.forEach((state) -> this.told.put(Text.noticeId("REQUEST:" + id + "/" + state, "REQUEST_STATUS"), id));
		String subscription = row.get(2).isEmpty() ? "P-" + id : row.get(2);
		add(day, subscription, "q:", row.get(4), slash(row.get(5)));
		add(day, id, "q:", row.get(4), slash(row.get(5)));
	}

	private void bankLine(long day, List<String> row) {
		add(day, row.get(0), "b:", row.get(5), "");
		String subscription = this.invoiced.get(row.get(4).replace(" ", "").toUpperCase(Locale.ROOT));
		if (subscription != null) {
			add(day, subscription, "b:", row.get(5), "");
		}
	}

	private static String slash(String reason) {
		return reason.isEmpty() ? "" : "/" + reason;
	}

	private void add(long day, String key, String file, String what, String more) {
		this.byKey.computeIfAbsent(key, (name) -> new ArrayList<>()).add(day + " " + file + what + more);
	}

}
