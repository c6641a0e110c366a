package dev.perennial.model;

import java.time.LocalDate;
import java.util.Optional;

/** All card charges of the night, and the look-up at their end (rules 6). */
final class Charges {

	private final Tonight night;

	private final Books books;

	private final Orders orders;

	Charges(Tonight night) {
		this.night = night;
		this.books = night.books;
		this.orders = new Orders(night);
	}

	void run() {
		for (Subscription subscription : this.books.subscriptions.values()) {
			subscription.live().filter(this::due).ifPresent(this::chargeUnlessHeld);
		}
		new LookUps(this.night).atTheEndOfRenewals(); // 6.2
	}

	private boolean due(Order order) {
		if (!order.means.card() || order.parked || order.unknown()) {
			return false; // 6.2
		}
		return !order.nextAttempt.isAfter(this.night.date) && allowed(order); // 1.5
	}

	/**
	 * 6.3: never after E+30, the first charge of an order that was asked for excepted.
	 */
	private boolean allowed(Order order) {
		boolean first = order.count("DECLINED_SOFT") == 0;
		return !this.night.date.isAfter(Dates.windowCloses(order.base)) || (order.origin != Origin.AUTO && first);
	}

	private void chargeUnlessHeld(Order order) {
		Optional<String> hold = this.books.hold(order.subscription);
		if (hold.isPresent()) {
			if (!this.night.outcomes.containsKey(order)) {
				// 3.7: no new attempt
				this.night.outcome(order, "HELD", hold.get());
			}
			return;
		}
		Attempt attempt = new Attempt(order);
		order.attempts.add(attempt);
		attempt.outcome = this.books.gateway.charge(order, attempt); // 6.2
		switch (attempt.outcome) {
			case "SUCCEEDED" -> this.orders.paid(order); // 3.5, 6.5
			case "UNKNOWN" -> this.night.outcome(order, "UNKNOWN", ""); // 6.2
			default -> declined(order, attempt);
		}
	}

	private void declined(Order order, Attempt attempt) {
		this.night.outcome(order, attempt.outcome, "");
		this.night.event("ATTEMPT:" + attempt.reference, "PAYMENT_FAILED", order.subscription); // 6.3
		// 1.7: retry dates are counted from today
		LocalDate from = this.night.late() ? this.night.today : this.night.date;
		Optional<LocalDate> next = Dates.nextAttempt(order.base, from);
		if (attempt.outcome.equals("DECLINED_HARD") || next.isEmpty()) {
			order.state = Order.State.FAILED; // 6.3
		}
		else {
			order.nextAttempt = next.get(); // 6.3
		}
	}

}
