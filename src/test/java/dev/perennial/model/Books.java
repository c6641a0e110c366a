package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole world in memory. */
final class Books {

	final Map<String, Partner> partners = new TreeMap<>();

	final Map<String, Subscription> subscriptions = new TreeMap<>();

	final List<Qualification> qualifications = new ArrayList<>();

	/** By key: subject and code (rules 8.1). */
	final Map<String, Notice> notices = new HashMap<>();

	/** Rules 2.4: pre-expiry notices that an import came too late for. */
	final List<Notice> importedLate = new ArrayList<>();

	/** Rules 3.7: subscriptions that a person holds. */
	final Set<String> heldByHand = new HashSet<>();

	/** Why a request that was read is not answered yet, by its id. */
	final Map<String, String> waiting = new TreeMap<>();

	final List<Support> support = new ArrayList<>();

	/** Stored rows that wait for their day or for what holds them (rules 1.6). */
	final List<Request> requests = new ArrayList<>();

	/** Rules 5.6: set aside with an error; nobody retries them here. */
	final List<Request> parkedRequests = new ArrayList<>();

	final List<BankLine> bankLines = new ArrayList<>();

	/** Rules 11.6: by id, the row that was worked off first. */
	final Map<String, Request> requestsRead = new HashMap<>();

	final Set<String> bankEntriesRead = new HashSet<>();

	/** Rules 1.6: the content of each inbox file that was read. */
	final Set<String> filesRead = new HashSet<>();

	/** Rules 7.2, 7.3: what partners paid too much, by partner and currency. */
	final Map<String, Long> credits = new TreeMap<>();

	/** Rules 9.2: the last number of each series. */
	final Map<String, Integer> series = new TreeMap<>();

	final CardGateway gateway = new CardGateway();

	final VatRegister vat = new VatRegister();

	Optional<Partner> partner(String id) {
		return Optional.ofNullable(this.partners.get(id));
	}

	Partner partnerOf(Subscription subscription) {
		return partner(subscription.partnerId).orElseThrow();
	}

	Optional<Subscription> subscription(String id) {
		return Optional.ofNullable(this.subscriptions.get(id));
	}

	Optional<Notice> notice(Subscription subscription, Term term, String code) {
		return Optional.ofNullable(this.notices.get(Text.subject(subscription, term) + "|" + code));
	}

	Stream<Support> openSupport(Subscription subscription, String kind) {
		return this.support.stream()
			.filter((request) -> request.open() && request.kind.equals(kind) && request.subscription == subscription);
	}

	/** Rules 10.1: the hold CANCEL_REQUEST_OPEN. */
	boolean cancelOpen(Subscription subscription) {
		return openSupport(subscription, "CANCEL").findAny().isPresent();
	}

	/** 3.7: what stops every claim and every new attempt. */
	Optional<String> hold(Subscription subscription) {
		if (cancelOpen(subscription)) {
			return Optional.of("CANCEL_REQUEST_OPEN"); // 10.1
		}
		return this.heldByHand.contains(subscription.id) ? Optional.of("BY_HAND") : Optional.empty();
	}

	/** Whether a claim of this night has the check that its offer asks for. */
	boolean qualified(Subscription subscription, Offer offer, LocalDate date) {
		// 2.6: a passed check, at most 30 days old
		return !offer.policies().qualification() || this.qualifications.stream()
			.anyMatch((check) -> check.partnerId().equals(subscription.partnerId)
					&& check.offer().equals(subscription.offer) && check.passed() && !check.checkedOn().isAfter(date)
					&& !check.checkedOn().isBefore(date.minusDays(30)));
	}

	void credit(Subscription subscription, long units) {
		this.credits.merge(subscription.partnerId + " " + subscription.currency, units, Long::sum);
	}

	/** A check of a partner for an offer. */
	record Qualification(String partnerId, String offer, LocalDate checkedOn, boolean passed) {
	}

}
