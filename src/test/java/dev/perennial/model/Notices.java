package dev.perennial.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The fifth job: it plans all notices and mails them in the same night (rules 8.1). */
final class Notices {

	private final Tonight night;

	private final Books books;

	Notices(Tonight night) {
		this.night = night;
		this.books = night.books;
	}

	void run() {
		importedLate();
		this.books.subscriptions.values()
			.stream()
			.filter((subscription) -> !subscription.terms.isEmpty())
			.forEach((subscription) -> new TermNotices(this.night, this).consider(subscription));
		statusOfSupport();
		this.night.events.forEach(this::event);
	}

	/** 2.4: in any case, and with no other reason. */
	private void importedLate() {
		this.books.importedLate.forEach((event) -> missed(event, target(event), "IMPORTED_LATE"));
		this.books.importedLate.clear();
	}

	private LocalDate target(Notice.Event event) {
		Subscription subscription = this.books.subscription(event.subscriptionId()).orElseThrow();
		int days = event.code().equals("RENEWAL_NOTICE") ? -42 : -30; // 8.1
		return subscription.terms.get(0).ends().plusDays(days);
	}

	/** 8.1: one mail for its state at the end of the night in which it changed. */
	private void statusOfSupport() {
		Map<String, Support> changed = new HashMap<>();
		this.night.supportChanged.forEach((support) -> changed.put(support.id, support));
		changed.values()
			.forEach((support) -> this.night.event("REQUEST:" + support.id + "/" + support.state, "REQUEST_STATUS",
					support.subscription));
	}

	private void event(Notice.Event event) {
		if (this.books.notices.containsKey(event.key())) {
			return; // 8.1: the unique key
		}
		// 8.1: the last day of an event mail is D + 10
		if (this.night.date.plusDays(10).isBefore(this.night.today)) {
			missed(event, this.night.date, "NIGHT_LATE"); // 1.7
		}
		else {
			send(event, this.night.date);
		}
	}

	void missed(Notice.Event event, LocalDate target, String reason) {
		enter(event, target, "MISSED", reason); // 8.1
	}

	/** Whether the mail went out; the server accepts every message (rules 8.3). */
	boolean send(Notice.Event event, LocalDate target) {
		boolean reachable = this.books.partner(event.partnerId()).orElseThrow().reachable();
		// 8.5: never a silent skip
		enter(event, target, reachable ? "SENT" : "FAILED_PERM", reachable ? "" : "NO_CONTACT");
		return reachable;
	}

	private void enter(Notice.Event event, LocalDate target, String state, String reason) {
		// 1.7: a mail that goes out counts as SENT on today
		Notice notice = new Notice(event, target, state, reason, this.night.today);
		this.books.notices.put(event.key(), notice);
		this.night.notices.add(notice);
	}

}
