package dev.perennial.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fifth job: it plans all notices and mails them in the same night (rules 8.1). */
final class Notices {

	private final Tonight night;

	private final Books books;

	Notices(Tonight night) {
		this.night = night;
		this.books = night.books;
	}

	void run() {
		// 2.4: in any case, and with no other reason
		this.books.importedLate.forEach((notice) -> enter(notice.event(), notice.days(), "MISSED", notice.reason()));
		this.books.importedLate.clear();
		retry();
		this.books.subscriptions.values()
			.stream()
			.filter((subscription) -> !subscription.terms.isEmpty())
			.forEach((subscription) -> new TermNotices(this.night, this).consider(subscription));
		statusOfSupport();
		this.night.events.forEach(this::event);
	}

	/** 8.5: again, when an address came inside its days. */
	private void retry() {
		List<Notice> again = this.books.notices.values()
			.stream()
			.filter((notice) -> notice.state().equals("FAILED_PERM") && this.night.retries.contains(notice.id()))
			.filter((notice) -> !notice.days().last().isBefore(this.night.today) && reachable(notice.event()))
			.toList();
		again.forEach((notice) -> send(notice.event(), notice.days()));
	}

	/** 8.1: one mail for its state at the end of the night in which it changed. */
	private void statusOfSupport() {
		Map<String, Support> changed = new TreeMap<>();
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
		Notice.Days days = new Notice.Days(this.night.date, this.night.date.plusDays(10));
		if (days.last().isBefore(this.night.today)) {
			missed(event, days, "NIGHT_LATE"); // 1.7
		}
		else {
			send(event, days);
		}
	}

	void missed(Notice.Event event, Notice.Days days, String reason) {
		enter(event, days, "MISSED", reason); // 8.1
	}

	/** Whether the mail went out; the server accepts every message (rules 8.3). */
	boolean send(Notice.Event event, Notice.Days days) {
		// 8.5: never a silent skip
		boolean reachable = reachable(event);
		enter(event, days, reachable ? "SENT" : "FAILED_PERM", reachable ? "" : "NO_CONTACT");
		return reachable;
	}

	private boolean reachable(Notice.Event event) {
		return this.books.partner(event.partnerId()).orElseThrow().reachable(); // 8.5
	}

	private void enter(Notice.Event event, Notice.Days days, String state, String reason) {
		// 1.7: a mail that goes out counts as SENT on today
		Notice notice = new Notice(event, days, state, reason, this.night.today);
		this.books.notices.put(event.key(), notice);
		this.night.notices.add(notice);
	}

}
