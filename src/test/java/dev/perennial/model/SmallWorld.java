package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A few subscriptions of partner A in Germany, and what is written down of their nights.
 */
final class SmallWorld {

	final Books books = new Books();

	private Catalogue catalogue = CatalogueFiles.read(Path.of("src/test/resources/model/catalogue"));

	private final Schedule schedule = new Schedule();

	private final Map<String, Integer> daysLate = new TreeMap<>();

	SmallWorld() {
		partner("A", "DE", "");
	}

	void partner(String id, String country, String vatId) {
		Partner.Contact contact = new Partner.Contact(id + "@partner.example", "", "A. Contact", "+49 30 1");
		this.books.partners.put(id, new Partner(id, id, contact, country, vatId));
	}

	/** A term that began a year before its last day, auto-renew on, a good card. */
	Subscription imported(String id, String ends) {
		LocalDate anchor = LocalDate.parse(ends).plusDays(1).minusYears(1);
		Subscription subscription = new Subscription(id, "A", "ACTION_PACK", "EUR",
				new Means("card", "pm_card_visa", "2035-01"));
		subscription.terms.add(new Term(0, new Span(anchor, 0), Origin.IMPORT, false));
		subscription.state = Subscription.State.ACTIVE;
		this.books.subscriptions.put(id, subscription);
		return subscription;
	}

	Subscription imported(String id, String offer, String ends, Means means) {
		Subscription plain = imported(id, ends);
		Subscription subscription = new Subscription(id, "A", offer, "EUR", means);
		subscription.terms.addAll(plain.terms);
		subscription.state = Subscription.State.ACTIVE;
		this.books.subscriptions.put(id, subscription);
		return subscription;
	}

	/** The import came too late for a notice. */
	void importedLate(Subscription subscription, String code) {
		Notice.Event event = new Notice.Event(Text.subject(subscription, subscription.current()), code, subscription.id,
				subscription.partnerId);
		Notice.Days days = new Notice.Days(LocalDate.EPOCH, LocalDate.EPOCH);
		this.books.importedLate.add(new Notice(event, days, "MISSED", "IMPORTED_LATE", LocalDate.EPOCH));
	}

	static Means card(String token) {
		return new Means("card", token, "2035-01");
	}

	static Means transfer() {
		return new Means("transfer", "", "");
	}

	void price(String offer, String from, long net) {
		Offer old = this.catalogue.offer(offer);
		List<Offer.Price> prices = new ArrayList<>(old.prices());
		prices.add(new Offer.Price("EUR", LocalDate.parse(from), net));
		Map<String, Offer> offers = new TreeMap<>(this.catalogue.offers());
		offers.put(offer, new Offer(old.code(), old.names(), old.contiguous(), old.policies(), prices));
		this.catalogue = new Catalogue(offers, this.catalogue.sellerCountry(), this.catalogue.rates());
	}

	String request(String day, String type, Subscription subscription, String... given) {
		return this.schedule.request(LocalDate.parse(day), type, subscription, given);
	}

	String lateRequest(String delivered, String day, String type, Subscription subscription) {
		return this.schedule.request(LocalDate.parse(delivered), LocalDate.parse(day), type, subscription);
	}

	String bank(String day, String amount, String reference) {
		return this.schedule.bank(LocalDate.parse(day), Amounts.units(amount, "EUR"), "EUR", reference);
	}

	void decision(String night, String request, String act) {
		this.schedule.decision(LocalDate.parse(night), request, act);
	}

	/** The night of a date starts some days late (rules 1.7). */
	void late(String night, int days) {
		this.daysLate.put(night, days);
	}

	/** Runs the nights and gives what came out, one line each: date, file, cells. */
	List<String> nights(String first, String last) {
		List<String> log = new ArrayList<>();
		for (LocalDate date = LocalDate.parse(first); !date.isAfter(LocalDate.parse(last)); date = date.plusDays(1)) {
			String day = date.toString();
			LocalDate today = date.plusDays(this.daysLate.getOrDefault(day, 0));
			Tonight night = new Tonight(this.books, this.catalogue, date, today);
			Night.run(night, delivery(date))
				.forEach((file, rows) -> rows
					.forEach((row) -> log.add(day + " " + file.replace(".csv", "") + " " + String.join(",", row))));
		}
		return log;
	}

	private Delivery delivery(LocalDate date) {
		TreeMap<String, List<Map<String, String>>> inbox = new TreeMap<>();
		inbox.put("requests-" + date + ".csv", rows(Schedule.REQUEST, this.schedule.requests, date));
		inbox.put("bank-" + date + ".csv", rows(Schedule.BANK, this.schedule.bankLines, date));
		return new Delivery(inbox, rows(SampleFolder.BY_HAND, this.schedule.decisions, date));
	}

	private static List<Map<String, String>> rows(List<String> header, Map<LocalDate, List<List<String>>> by,
			LocalDate date) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> cells : by.getOrDefault(date, List.of())) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 0; column < cells.size(); column++) {
				row.put(header.get(column), cells.get(column));
			}
			rows.add(row);
		}
		return rows;
	}

	/**
	 * The lines of one file, without its name and the columns that are always the same.
	 */
	static List<String> only(List<String> log, String file, int... columns) {
		List<String> lines = new ArrayList<>();
		for (String line : log) {
			String[] parts = line.split(" ", 3);
			if (parts[1].equals(file)) {
				String[] cells = parts[2].split(",", -1);
				StringBuilder text = new StringBuilder(parts[0]);
				for (int column : columns) {
					text.append(' ').append(cells[column]);
				}
				lines.add(text.toString());
			}
		}
		return lines;
	}

}
