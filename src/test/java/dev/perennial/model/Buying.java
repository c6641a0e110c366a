package dev.perennial.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests that make an order: PURCHASE, RENEW, PAYMENT_METHOD. */
final class Buying {

	private final Tonight night;

	private final Orders orders;

	Buying(Tonight night) {
		this.night = night;
		this.orders = new Orders(night);
	}

	static String boughtId(Request request) {
		return "P-" + request.id(); // 11.8
	}

	Answer purchase(Request request) {
		if (!this.night.catalogue.offers().containsKey(request.text("offer"))) {
			return Answer.refused("UNKNOWN_OFFER");
		}
		Means means = request.means(new Means("", "", ""));
		if (!means.usable()) {
			return Answer.refused("METHOD_MISSING");
		}
		if (this.night.date.isAfter(Dates.dueOfAsked(request.submittedOn()))) {
			return Answer.refused("WINDOW_CLOSED"); // 6.5, 7.3: no order of it could live
		}
		Subscription bought = new Subscription(boughtId(request), request.text("partner_id"), request.text("offer"),
				request.text("currency"), means);
		Answer answer = order(bought, Origin.PURCHASE, request.submittedOn(), means);
		if (answer.result().equals("ACCEPTED")) {
			this.night.books.subscriptions.put(bought.id, bought); // 2.2: PENDING
		}
		return answer;
	}

	/** The reasons in the order of the contract. */
	Answer renew(Request request, Subscription subscription) {
		String offer = request.text("offer");
		if (!offer.isEmpty() && !this.night.catalogue.offers().containsKey(offer)) {
			return Answer.refused("UNKNOWN_OFFER");
		}
		Means means = request.means(subscription.means);
		if (!means.usable()) {
			return Answer.refused("METHOD_MISSING");
		}
		Optional<Answer> outside = outsideWindow(subscription, request.submittedOn());
		if (outside.isPresent()) {
			return outside.get();
		}
		if (this.night.books.cancelOpen(subscription)) {
			return Answer.refused("CANCEL_REQUEST_OPEN"); // 10.1
		}
		String currency = request.text("currency");
		if (!(offer.isEmpty() || offer.equals(subscription.offer))
				|| !(currency.isEmpty() || currency.equals(subscription.currency))) {
			return Answer.refused("OFFER_CHANGE");
		}
		return replacing(subscription, Origin.MANUAL, request.submittedOn(), means, "REPLACED"); // 4.4
	}

	/** The day on which the partner asked counts (rules 4.2). */
	private Optional<Answer> outsideWindow(Subscription subscription, LocalDate asked) {
		if (subscription.state == Subscription.State.PENDING) {
			return Optional.of(Answer.refused("NOT_ACTIVE"));
		}
		if (subscription.ended() || asked.isAfter(Dates.windowCloses(subscription.ends()))) {
			return Optional.of(Answer.refused("WINDOW_CLOSED")); // 4.2
		}
		return asked.isAfter(subscription.ends()) ? Optional.empty()
				: Optional.of(Answer.tooEarly(Dates.windowOpens(subscription.ends()))); // 4.2
	}

	Answer changeMeans(Request request, Subscription subscription) {
		Means means = request.means(subscription.means);
		// a request that gives neither method nor card would change nothing
		boolean silent = request.text("payment_method").isEmpty() && request.text("card_token").isEmpty();
		if (silent || !means.usable()) {
			return Answer.refused("METHOD_MISSING");
		}
		if (subscription.ended()) {
			return Answer.refused("WINDOW_CLOSED");
		}
		Optional<Order> unpaid = subscription.unpaid();
		if (unpaid.isEmpty() || !means.differsFrom(unpaid.get().means)) {
			subscription.meansChanged |= means.differsFrom(subscription.means); // 3.8
			subscription.means = means;
			return Answer.accepted();
		}
		LocalDate asked = request.submittedOn();
		return switch (unpaid.get().origin) {
			case AUTO -> claimAgain(subscription, unpaid.get(), means);
			case PURCHASE -> replacing(subscription, Origin.PURCHASE, asked, means, "PAYMENT_METHOD"); // 7.4
			default ->
				outsideWindow(subscription, asked).orElseGet(() -> orderManuallyAgain(subscription, asked, means));
		};
	}

	private Answer orderManuallyAgain(Subscription subscription, LocalDate asked, Means means) {
		// 10.1: it would be a new manual renewal
		return this.night.books.cancelOpen(subscription) ? Answer.refused("CANCEL_REQUEST_OPEN")
				: replacing(subscription, Origin.MANUAL, asked, means, "PAYMENT_METHOD"); // 7.4
	}

	/** Rules 7.4: the renewals of this night claim it again, for the same term. */
	private Answer claimAgain(Subscription subscription, Order unpaid, Means means) {
		if (!Dates.inWindow(this.night.date, subscription.ends())) {
			return Answer.refused("WINDOW_CLOSED"); // 7.4
		}
		if (subscription.current().off) {
			return Answer.refused("AUTO_RENEW_OFF"); // 7.4
		}
		if (unpaid.state == Order.State.OPEN) {
			this.orders.cancel(unpaid, "PAYMENT_METHOD"); // 7.4
		}
		subscription.means = means;
		subscription.meansChanged = true; // 3.8
		return Answer.accepted();
	}

	/** A new order cancels a live unpaid one (rules 4.4, 7.4), if it can be made. */
	private Answer replacing(Subscription subscription, Origin origin, LocalDate day, Means means, String reason) {
		Optional<Order> live = subscription.live();
		Answer answer = order(subscription, origin, day, means);
		if (answer.result().equals("ACCEPTED")) {
			live.ifPresent((order) -> this.orders.cancel(order, reason));
		}
		return answer;
	}

	private Answer order(Subscription subscription, Origin origin, LocalDate day, Means means) {
		Partner partner = this.night.books.partnerOf(subscription);
		Offer offer = this.night.offer(subscription);
		if (!means.card() && !partner.hasTransferContact()) {
			return Answer.refused("TRANSFER_CONTACT_MISSING"); // 7.1
		}
		if (this.night.books.heldByHand.contains(subscription.id)) {
			return Answer.waits("BY_HAND"); // 3.7
		}
		if (origin == Origin.MANUAL && !this.night.books.qualified(subscription, offer, this.night.date)) {
			return Answer.waits("QUALIFICATION_MISSING"); // 2.6: a purchase needs none
		}
		LocalDate firstDay = Orders.span(subscription, origin, offer.contiguous(), day).starts();
		Optional<Cost.Tax> tax = this.night.tax(partner, firstDay);
		if (tax.isEmpty()) {
			return Answer.waits("TAX_UNAVAILABLE"); // 5.4, 5.5
		}
		// 5.3: its first day's
		OptionalLong net = this.night.listPrice(subscription, firstDay);
		if (net.isEmpty()) {
			return Answer.parked("PRICE_MISSING"); // 5.6
		}
		this.orders.place(subscription, origin, day, means,
				new Cost(subscription.currency, net.getAsLong(), tax.get()));
		return Answer.accepted();
	}

}
