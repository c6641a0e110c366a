package dev.perennial.model;

import java.time.LocalDate;
import java.util.List;

/** The third job: orders expire, windows open, subscriptions lapse (rules 11.1). */
final class Windows {

	private final Tonight night;

	private final Orders orders;

	Windows(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	void run() {
		for (Subscription subscription : this.night.books.subscriptions.values()) {
			// 6.5, 7.3: the newest order, failed or not paid; UNKNOWN waits
			subscription.unpaid()
				.filter((order) -> this.night.date.isAfter(order.lastDay) && !order.unknown())
				.ifPresent(this.orders::expire);
			if (subscription.running() && this.night.date.isAfter(subscription.ends())) {
				openOrLapse(subscription);
			}
		}
	}

	private void openOrLapse(Subscription subscription) {
		boolean over = this.night.date.isAfter(Dates.windowCloses(subscription.ends()));
		Term term = subscription.current();
		if (over && subscription.live().isEmpty()) { // 4.1, 6.2: UNKNOWN lives too
			subscription.state = Subscription.State.LAPSED; // 4.1; 2.4: without OPENED
			row(subscription, "LAPSED");
			this.night.event(Text.subject(subscription, term), "LAPSED", subscription);
			new ByHand(this.night).closeCancellations(subscription); // 10.1
		}
		else if (!term.opened) {
			term.opened = true; // 4.6: once per term
			subscription.state = Subscription.State.IN_WINDOW; // 2.2
			row(subscription, "OPENED");
		}
	}

	/** Rules 4.5. */
	static LocalDate benefitsUntil(Subscription subscription, Offer offer) {
		LocalDate ends = subscription.ends();
		return offer.policies().benefitsInWindow() ? Dates.windowCloses(ends) : ends; // 4.5
	}

	private void row(Subscription subscription, String event) {
		LocalDate ends = subscription.ends();
		LocalDate benefits = benefitsUntil(subscription, this.night.offer(subscription));
		this.night.windowRows.add(List.of(subscription.id, subscription.partnerId, ends.toString(),
				Dates.windowOpens(ends).toString(), Dates.windowCloses(ends).toString(), benefits.toString(), event));
	}

}
