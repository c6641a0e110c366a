package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One night: its dates, the catalogue it stored, and what it has done so far. */
final class Tonight {

	final LocalDate date;

	final LocalDate today;

	final Catalogue catalogue;

	final Books books;

	/** The last outcome of each order that changed. */
	final Map<Order, Outcome> outcomes = new LinkedHashMap<>();

	/** Claims that were due and could not go on: rows of renewals.csv. */
	final List<List<String>> stopped = new ArrayList<>();

	final List<List<String>> requestRows = new ArrayList<>();

	final List<List<String>> bankRows = new ArrayList<>();

	final List<List<String>> windowRows = new ArrayList<>();

	final List<Document> documents = new ArrayList<>();

	final List<Notice.Event> events = new ArrayList<>();

	final List<Support> supportChanged = new ArrayList<>();

	/** Ids of notices that a person wants to go out after all. */
	final Set<String> retries = new HashSet<>();

	final List<Notice> notices = new ArrayList<>();

	/** Begins a night; today is the civil date of its first start (rules 1.7). */
	Tonight(Books books, Catalogue catalogue, LocalDate date, LocalDate today) {
		this.books = books;
		this.catalogue = catalogue; // 1.1
		this.date = date;
		this.today = today;
	}

	boolean late() {
		return this.date.isBefore(this.today); // 1.7
	}

	Offer offer(Subscription subscription) {
		return this.catalogue.offer(subscription.offer);
	}

	/** Rules 5.6: empty is PRICE_MISSING. */
	OptionalLong listPrice(Subscription subscription, LocalDate firstDay) {
		return offer(subscription).price(subscription.currency, firstDay);
	}

	/** Rules 5.4, 5.5: empty is TAX_UNAVAILABLE. */
	Optional<Cost.Tax> tax(Partner buyer, LocalDate firstDay) {
		return TaxLaw.tax(this.catalogue, this.books.vat, buyer, firstDay, this.date);
	}

	void outcome(Order order, String outcome, String reason) {
		this.outcomes.put(order, new Outcome(outcome, reason));
	}

	void event(String subject, String code, Subscription subscription) {
		this.events.add(new Notice.Event(subject, code, subscription.id, subscription.partnerId));
	}

	void eventOfOrder(String code, Order order) {
		event("ORDER:" + order.number, code, order.subscription); // 11.8
	}

	/** An outcome of an order with its reason, as renewals.csv has them. */
	record Outcome(String outcome, String reason) {
	}

}
