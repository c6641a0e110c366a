package dev.perennial.model;

import java.time.LocalDate;
import java.util.Optional;

/** Requests that make no order: AUTO_RENEW_OFF, CANCEL, PROOF_OF_PAYMENT. */
final class Switching {

	private final Tonight night;

	private final Orders orders;

	Switching(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	Answer off(Request request, Subscription subscription) {
		Optional<Answer> refused = notRunning(subscription);
		if (refused.isPresent()) {
			return refused.get();
		}
		// 3.4: asked on or before E and read after the claim
		if (!subscription.current().off && claimedAfter(subscription, request.submittedOn())) {
			file(new Support(request.id(), "LATE_OFF", subscription));
		}
		this.orders.switchOff(subscription); // 3.2; an OFF of what is OFF is accepted
		return Answer.accepted();
	}

	/** Whether a term that had not ended on a day has been claimed automatically. */
	private boolean claimedAfter(Subscription subscription, LocalDate asked) {
		return subscription.orders.stream()
			.anyMatch((order) -> order.origin == Origin.AUTO && !asked.isAfter(order.base)
					&& order.renewsSeq >= subscription.current().seq - 1);
	}

	Answer cancel(Request request, Subscription subscription) {
		Optional<Answer> refused = notRunning(subscription);
		if (refused.isPresent()) {
			return refused.get();
		}
		// 10.1: NEW, OPEN in one transaction
		file(new Support(request.id(), "CANCEL", subscription));
		return Answer.accepted();
	}

	Answer proof(Request request, Subscription subscription) {
		if (subscription.ended()) {
			return Answer.refused("WINDOW_CLOSED");
		}
		Optional<Order> payable = subscription.live().filter((order) -> !order.means.card());
		if (payable.isEmpty()) {
			return Answer.refused("NOT_ACTIVE");
		}
		Order order = payable.get();
		if (request.submittedOn().isAfter(order.lastDay)) {
			return Answer.refused("WINDOW_CLOSED"); // 7.3: on or before the due date
		}
		if (!order.proofAccepted) {
			order.proofAccepted = true; // 7.3: once
			order.lastDay = order.lastDay.plusDays(7);
		}
		return Answer.accepted();
	}

	private static Optional<Answer> notRunning(Subscription subscription) {
		if (subscription.running()) {
			return Optional.empty();
		}
		return Optional.of(Answer.refused(subscription.ended() ? "WINDOW_CLOSED" : "NOT_ACTIVE"));
	}

	private void file(Support support) {
		this.night.books.support.add(support);
		this.night.supportChanged.add(support);
	}

}
