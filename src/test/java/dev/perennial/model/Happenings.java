package dev.perennial.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened, in the language of the table of the named cases: {@code r:} an outcome
 * of renewals.csv, {@code w:} an event of windows.csv, {@code n:} a notice, {@code q:}
 * the answer to a request, {@code b:} the result of a bank line.
 */
final class Happenings {

	private final LocalDate first;

	private final Map<String, List<String>> byKey = new TreeMap<>();

	Happenings(LocalDate first) {
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

	void read(Tonight night, Map<String, List<List<String>>> files) {
		rows(files, "renewals.csv").forEach((row) -> add(night, row.get(0), "r:", row.get(5),
				row.get(5).equals("PARKED") ? "" : slash(row.get(6))));
		rows(files, "windows.csv").forEach((row) -> add(night, row.get(0), "w:", row.get(6), ""));
		night.notices.forEach((notice) -> notice(night, notice));
		rows(files, "requests.csv").forEach((row) -> request(night, row));
		rows(files, "bank.csv").forEach((row) -> bankLine(night, row));
	}

	private static List<List<String>> rows(Map<String, List<List<String>>> files, String name) {
		return files.getOrDefault(name, List.of());
	}

	private void notice(Tonight night, Notice notice) {
		String state = notice.sent() ? "" : "=" + notice.state() + slash(notice.reason());
		add(night, notice.event().subscriptionId(), "n:", notice.event().code(), state);
		String subject = notice.event().subject();
		if (subject.startsWith("REQUEST:")) {
			add(night, subject.substring("REQUEST:".length(), subject.indexOf('/')), "n:", notice.event().code(),
					state);
		}
	}

	private void request(Tonight night, List<String> row) {
		String subscription = row.get(2).isEmpty() ? "P-" + row.get(0) : row.get(2);
		add(night, subscription, "q:", row.get(4), slash(row.get(5)));
		add(night, row.get(0), "q:", row.get(4), slash(row.get(5)));
	}

	private void bankLine(Tonight night, List<String> row) {
		add(night, row.get(0), "b:", row.get(5), "");
		String reference = row.get(4).replace(" ", "").toUpperCase(Locale.ROOT);
		night.books.subscriptions.values()
			.stream()
			.flatMap((subscription) -> subscription.orders.stream())
			.filter((order) -> order.invoice.isPresent() && order.invoice.get().number().equals(reference))
			.forEach((order) -> add(night, order.subscription.id, "b:", row.get(5), ""));
	}

	private static String slash(String reason) {
		return reason.isEmpty() ? "" : "/" + reason;
	}

	private void add(Tonight night, String key, String file, String what, String more) {
		long day = ChronoUnit.DAYS.between(this.first, night.date);
		this.byKey.computeIfAbsent(key, (name) -> new ArrayList<>()).add(day + " " + file + what + more);
	}

}
