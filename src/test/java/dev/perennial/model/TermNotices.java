package dev.perennial.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notices whose days are counted from E (rules 8.1). */
final class TermNotices {

	/** Rules 8.1, in days from E. */
	static final List<Slot> TABLE = List.of(new Slot("RENEWAL_NOTICE", -42, -30),
			new Slot("RENEWAL_NOTICE_LATE", -29, 15), new Slot("PRICE_CHANGE", -21, -8),
			new Slot("RENEWAL_REMINDER", -7, -3), new Slot("CARD_EXPIRES", -30, 0), new Slot("EXPIRY_NOTICE", -30, -8),
			new Slot("EXPIRY_NOTICE_2", -7, -1), new Slot("EXPIRY_NOTICE_3", 0, 0), new Slot("WINDOW_OPEN", 1, 10),
			new Slot("WINDOW_HALF", 15, 20), new Slot("WINDOW_LAST", 27, 30));

	/** Rules 8.2. */
	private static final Set<String> HELD_BY_CANCELLATION = Set.of("RENEWAL_NOTICE", "RENEWAL_NOTICE_LATE",
			"RENEWAL_REMINDER", "CARD_EXPIRES", "WINDOW_OPEN", "WINDOW_HALF", "WINDOW_LAST");

	/** Rules 5.2: those that name what the renewal will cost. */
	private static final Set<String> QUOTING = Set.of("RENEWAL_NOTICE", "RENEWAL_NOTICE_LATE", "RENEWAL_REMINDER");

	private final Tonight night;

	private final Notices notices;

	private final TermFacts facts;

	TermNotices(Tonight night, Notices notices) {
		this.night = night;
		this.notices = notices;
		this.facts = new TermFacts(night);
	}

	void consider(Subscription subscription) {
		// the row of the table comes before: LATE sees a RENEWAL_NOTICE missed tonight
		for (Slot slot : TABLE) {
			consider(slot, subscription, subscription.current());
		}
	}

	private void consider(Slot slot, Subscription subscription, Term term) {
		Notice.Days days = new Notice.Days(term.ends().plusDays(slot.target()), term.ends().plusDays(slot.last()));
		if (this.night.date.isBefore(days.target())
				|| this.night.books.notice(subscription, term, slot.code()).isPresent()) {
			return;
		}
		if (!this.facts.apply(slot.code(), subscription)) {
			term.heldNotices.remove(slot.code()); // 8.2: no longer true
			return;
		}
		boolean over = this.night.date.isAfter(days.last());
		String heldBefore = term.heldNotices.getOrDefault(slot.code(), "");
		if (over && heldBefore.isEmpty()) {
			return; // 8.1: began to apply after its last day; 2.4: not recorded
		}
		Notice.Event event = new Notice.Event(Text.subject(subscription, term), slot.code(), subscription.id,
				subscription.partnerId);
		if (this.night.late() && days.last().isBefore(this.night.today)) {
			// 1.7: before every other reason
			this.notices.missed(event, days, "NIGHT_LATE");
		}
		else if (over) {
			// 8.2: in the first night after its last day
			this.notices.missed(event, days, heldBefore);
		}
		else {
			sendUnlessHeld(subscription, event, days);
		}
	}

	private void sendUnlessHeld(Subscription subscription, Notice.Event event, Notice.Days days) {
		Term term = subscription.current();
		Optional<String> hold = hold(event.code(), subscription);
		if (hold.isPresent()) {
			term.heldNotices.put(event.code(), hold.get()); // 8.2: not planned
			return;
		}
		if (QUOTING.contains(event.code()) && term.quote.isEmpty()) {
			// 5.2: the first notice of the term
			term.quote = this.facts.listPrice(subscription);
		}
		boolean sent = this.notices.send(event, days);
		if (sent && event.code().equals("PRICE_CHANGE")) {
			term.raised = this.facts.listPrice(subscription); // 5.3: names the new amount
			term.raisedSent = this.night.today;
		}
	}

	private Optional<String> hold(String code, Subscription subscription) {
		if (HELD_BY_CANCELLATION.contains(code) && this.night.books.cancelOpen(subscription)) {
			return Optional.of("CANCEL_REQUEST_OPEN"); // 8.2
		}
		if (!QUOTING.contains(code) || subscription.current().quote.isPresent()) {
			return Optional.empty();
		}
		if (this.facts.listPrice(subscription).isEmpty()) {
			return Optional.of("PRICE_MISSING"); // 5.6
		}
		// 5.5: it waits inside its days
		return this.facts.taxKnown(subscription) ? Optional.empty() : Optional.of("TAX_UNAVAILABLE");
	}

	/** A row of the table. */
	record Slot(String code, int target, int last) {
	}

}
