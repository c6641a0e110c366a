package dev.perennial.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person did since the last night, taken in the order of the list. */
final class ByHand {

	private final Tonight night;

	private final Orders orders;

	ByHand(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	/** Takes rows of by-hand.csv: an act and the id of what it is about. */
	void take(List<Map<String, String>> acts) {
		for (Map<String, String> row : acts) {
			String id = row.getOrDefault("id", "");
			switch (row.getOrDefault("act", "")) {
				case "HOLD" -> this.night.books.heldByHand.add(id); // 3.7
				case "RELEASE" -> this.night.books.heldByHand.remove(id); // 3.7
				case "RETRY" -> this.night.retries.add(id); // 8.5
				case "REJECT" -> open(id).ifPresent((support) -> close(support, "REJECTED")); // 10.2
				case "REFUND" -> open(id).ifPresent(this::refund);
				case "END_OF_TERM" -> open(id).ifPresent(this::endOfTerm);
				default -> throw new IllegalArgumentException(row.toString());
			}
		}
	}

	private Optional<Support> open(String id) {
		return this.night.books.support.stream()
			.filter((support) -> support.open() && support.id.equals(id))
			.findFirst();
	}

	private void refund(Support support) {
		Optional<Order> charged = refundable(support.subscription);
		if (charged.isEmpty()) {
			endOfTerm(support); // 10.2: else
			return;
		}
		this.orders.refund(charged.get()); // 10.2
		closeCancellations(support.subscription); // 10.1
		if (support.open()) {
			close(support, "RESOLVED");
		}
	}

	private void endOfTerm(Support support) {
		if (support.subscription.running()) {
			this.orders.switchOff(support.subscription); // 10.2: the term runs to E
		}
		close(support, "RESOLVED");
	}

	/** The order of the current term, if it was charged or paid at most 30 days ago. */
	private Optional<Order> refundable(Subscription subscription) {
		LocalDate first = this.night.date.minusDays(30); // 10.2
		return subscription.orders.stream()
			.filter((order) -> order.state == Order.State.PAID && order.renewsSeq == subscription.terms.size() - 2
					&& !order.paidOn.isBefore(first))
			.findFirst();
	}

	/** 10.1: when its subscription lapses or is cancelled it is RESOLVED. */
	void closeCancellations(Subscription subscription) {
		this.night.books.openSupport(subscription, "CANCEL").toList().forEach((open) -> close(open, "RESOLVED"));
	}

	private void close(Support support, String state) {
		support.state = state;
		this.night.supportChanged.add(support);
	}

}
