package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What partners, bank and office will do, by the night before which it lies there. */
final class Schedule {

	static final List<String> REQUEST = List.of("request_id", "submitted_on", "type", "subscription_id", "partner_id",
			"offer", "currency", "payment_method", "card_token", "card_expires", "note");

	static final List<String> BANK = List.of("entry_id", "booked_on", "amount", "currency", "reference", "payer");

	final Map<LocalDate, List<List<String>>> requests = new TreeMap<>();

	final Map<LocalDate, List<List<String>>> bankLines = new TreeMap<>();

	/** Ends of support requests, holds and their releases: act and id. */
	final Map<LocalDate, List<List<String>>> decisions = new TreeMap<>();

	/** By night, then by partner: the columns of partners.csv that change. */
	final Map<LocalDate, Map<String, Map<String, String>>> partners = new TreeMap<>();

	private int requestIds;

	private int entryIds;

	/** A request that lies there on the day that it names. */
	String request(LocalDate day, String type, Subscription subscription, String... given) {
		return request(day, day, type, subscription, given);
	}

	/** A request whose file comes later; given are pairs of column and text. */
	String request(LocalDate delivered, LocalDate day, String type, Subscription subscription, String... given) {
		Map<String, String> row = new LinkedHashMap<>();
		REQUEST.forEach((column) -> row.put(column, ""));
		this.requestIds++;
		String id = "R" + (10000 + this.requestIds);
		row.put("request_id", id);
		row.put("submitted_on", day.toString());
		row.put("type", type);
		row.put("subscription_id", subscription.id);
		row.put("partner_id", subscription.partnerId);
		for (int pair = 0; pair < given.length; pair += 2) {
			row.put(given[pair], given[pair + 1]);
		}
		List<String> cells = List.copyOf(row.values());
		this.requests.computeIfAbsent(delivered, (date) -> new ArrayList<>()).add(cells);
		if (this.requestIds % 41 == 0) {
			// 11.6: the same request stands in the file of the next day too
			this.requests.computeIfAbsent(delivered.plusDays(1), (date) -> new ArrayList<>()).add(cells);
		}
		return id;
	}

	/** Somebody sets or ends a hold, or ends a support request. */
	void decision(LocalDate night, String request, String act) {
		this.decisions.computeIfAbsent(night, (date) -> new ArrayList<>()).add(List.of(act, request));
	}

	void partner(LocalDate night, String partner, String column, String text) {
		this.partners.computeIfAbsent(night, (date) -> new TreeMap<>())
			.computeIfAbsent(partner, (id) -> new TreeMap<>())
			.put(column, text);
	}

	/** A bank line in the file of its day; it gives the entry id. */
	String bank(LocalDate day, long units, String currency, String reference) {
		this.entryIds++;
		String entry = "B" + (10000 + this.entryIds);
		bankEntry(entry, day, units, currency, reference);
		return entry;
	}

	void bankEntry(String entry, LocalDate day, long units, String currency, String reference) {
		this.bankLines.computeIfAbsent(day, (date) -> new ArrayList<>())
			.add(List.of(entry, day.toString(), Amounts.digits(units, currency), currency, reference, "a payer"));
	}

}
