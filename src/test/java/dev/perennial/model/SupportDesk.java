package dev.perennial.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person decided since the last night about support requests (rules 10.2). */
final class SupportDesk {

	private final Tonight night;

	private final Orders orders;

	SupportDesk(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	/** Takes decisions by request id: refund, end-of-term or reject. */
	void take(Map<String, String> decisions) {
		List<Support> open = this.night.books.support.stream().filter(Support::open).toList();
		for (Support support : open) {
			String decision = decisions.getOrDefault(support.id, "");
			if (support.open() && !decision.isEmpty()) {
				take(support, decision);
			}
		}
	}

	private void take(Support support, String decision) {
		if (decision.equals("reject")) {
			close(support, "REJECTED"); // 10.2: the hold ends
			return;
		}
		Optional<Order> refundable = refundable(support.subscription).filter((order) -> decision.equals("refund"));
		if (refundable.isPresent()) {
			this.orders.refund(refundable.get()); // 10.2
			closeCancellations(support.subscription); // 10.1
		}
		else {
			this.orders.switchOff(support.subscription); // 10.2: the term runs to E
		}
		if (support.open()) {
			close(support, "RESOLVED");
		}
	}

	/** The card order of the current term, if it was charged at most 30 days ago. */
	private Optional<Order> refundable(Subscription subscription) {
		LocalDate first = this.night.date.minusDays(30); // 10.2
		return subscription.orders.stream()
			.filter((order) -> order.state == Order.State.PAID && order.means.card()
					&& order.renewsSeq == subscription.terms.size() - 2 && !order.paidOn.isBefore(first))
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
