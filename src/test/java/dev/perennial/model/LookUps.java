package dev.perennial.model;

import java.util.List;

/** Intake, first part: UNKNOWN charges are looked up (rules 6.2). */
final class LookUps {

	private final Tonight night;

	private final Orders orders;

	LookUps(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	void inIntake() {
		for (Order order : ordersInDoubt()) {
			Attempt attempt = order.attempts.get(order.attempts.size() - 1);
			if (this.night.books.gateway.shows(attempt)) {
				settle(order, attempt); // 6.2: found
			}
			else {
				notCharged(order, attempt);
			}
		}
	}

	void atTheEndOfRenewals() {
		for (Order order : ordersInDoubt()) {
			Attempt attempt = order.attempts.get(order.attempts.size() - 1);
			if (this.night.books.gateway.showsAtOnce(attempt)) {
				settle(order, attempt); // 6.2: found, settled in this night
			}
		}
	}

	private void settle(Order order, Attempt attempt) {
		attempt.outcome = "SUCCEEDED";
		this.orders.paid(order);
	}

	private void notCharged(Order order, Attempt attempt) {
		attempt.outcome = "NOT_CHARGED"; // 6.2: the look-up waited its 10 seconds
		order.nextAttempt = this.night.date; // 6.2: a new attempt in that night
		this.night.outcome(order, "NOT_CHARGED", "");
		if (order.count("NOT_CHARGED") == 3) {
			order.parked = true; // 6.2
			this.night.outcome(order, "PARKED", "NOT_CHARGED");
		}
	}

	private List<Order> ordersInDoubt() {
		return this.night.books.subscriptions.values()
			.stream()
			.flatMap((subscription) -> subscription.orders.stream())
			.filter(Order::unknown)
			.toList();
	}

}
