package dev.perennial.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Intake, third part: requests are worked off (rules 11.1). */
final class RequestDesk {

	/** Rules 11.6: such a refusal is mailed to nobody. */
	private static final Set<String> UNMAILED = Set.of("UNKNOWN_SUBSCRIPTION", "UNKNOWN_PARTNER", "WRONG_PARTNER");

	private final Tonight night;

	private final Buying buying;

	private final Switching switching;

	RequestDesk(Tonight night) {
		this.night = night;
		this.buying = new Buying(night);
		this.switching = new Switching(night);
	}

	void workOff() {
		List<Request> due = this.night.books.requests.stream()
			.filter((request) -> !request.submittedOn().isAfter(this.night.date)) // 1.6
			.sorted(Request.ORDER) // 11.1
			.toList();
		due.forEach(this::workOff);
	}

	private void workOff(Request request) {
		// 11.6: the one worked off first wins, also when the content differs
		Request first = this.night.books.requestsRead.computeIfAbsent(request.id(), (id) -> request);
		Answer answer = (first == request) ? known(request) : new Answer("DUPLICATE", "", "");
		if (answer.result().equals("WAITS")) {
			this.night.books.waiting.put(request.id(), answer.reason());
			return; // 3.7: until the hold ends
		}
		this.night.books.waiting.remove(request.id());
		this.night.books.requests.remove(request);
		if (answer.result().equals("PARKED")) {
			this.night.books.parkedRequests.add(request); // 5.6
			return;
		}
		answered(request, answer);
	}

	private void answered(Request request, Answer answer) {
		boolean bought = request.type().equals("PURCHASE") && answer.result().equals("ACCEPTED");
		String subscription = bought ? Buying.boughtId(request) : request.text("subscription_id");
		this.night.requestRows.add(List.of(request.id(), request.type(), subscription, request.text("partner_id"),
				answer.result(), answer.reason(), answer.date()));
		if (answer.result().equals("REFUSED") && !UNMAILED.contains(answer.reason())) {
			this.night.events.add(new Notice.Event("REQUEST:" + request.id() + "/REFUSED", "REQUEST_STATUS",
					subscription, request.text("partner_id"))); // 8.1
		}
	}

	/** 11.6: a request names a subscription and its partner. */
	private Answer known(Request request) {
		Optional<Partner> partner = this.night.books.partner(request.text("partner_id"));
		if (request.type().equals("PURCHASE")) {
			// 2.3: only a registered partner buys
			return partner.isEmpty() ? Answer.refused("UNKNOWN_PARTNER") : this.buying.purchase(request);
		}
		Optional<Subscription> subscription = this.night.books.subscription(request.text("subscription_id"));
		if (subscription.isEmpty()) {
			return Answer.refused("UNKNOWN_SUBSCRIPTION");
		}
		if (partner.isEmpty()) {
			return Answer.refused("UNKNOWN_PARTNER");
		}
		if (!subscription.get().partnerId.equals(partner.get().id())) {
			return Answer.refused("WRONG_PARTNER");
		}
		return decide(request, subscription.get());
	}

	private Answer decide(Request request, Subscription subscription) {
		return switch (request.type()) {
			case "RENEW" -> this.buying.renew(request, subscription);
			case "PAYMENT_METHOD" -> this.buying.changeMeans(request, subscription);
			case "AUTO_RENEW_OFF" -> this.switching.off(request, subscription);
			case "CANCEL" -> this.switching.cancel(request, subscription);
			case "PROOF_OF_PAYMENT" -> this.switching.proof(request, subscription);
			default -> throw new IllegalArgumentException(request.toString());
		};
	}

}
