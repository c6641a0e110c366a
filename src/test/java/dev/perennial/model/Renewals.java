package dev.perennial.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The second job: claims, then all card charges of the night (rules 11.1). */
final class Renewals {

	private final Tonight night;

	private final Books books;

	private final Orders orders;

	private final Pricing pricing;

	Renewals(Tonight night) {
		this.night = night;
		this.books = night.books;
		this.orders = new Orders(night);
		this.pricing = new Pricing(night);
	}

	void run() {
		for (Subscription subscription : this.books.subscriptions.values()) {
			if (due(subscription)) {
				claim(subscription);
			}
			else {
				waitingManual(subscription).ifPresent((request) -> heldManual(subscription, request));
			}
		}
		new Charges(this.night).run(); // 11.1: whatever made the order
	}

	private boolean due(Subscription subscription) {
		if (!subscription.running() || subscription.current().off) {
			return false; // 3.2
		}
		if (!Dates.inWindow(this.night.date, subscription.ends())) {
			return false; // 3.3, 1.5: a missed night is made up
		}
		Optional<Order> newest = subscription.newest();
		// 3.8: claimed once; again only with another payment method
		return newest.isEmpty() || (newest.get().state != Order.State.OPEN && subscription.meansChanged);
	}

	private void claim(Subscription subscription) {
		Optional<Cost.Tax> tax = this.night.tax(this.books.partnerOf(subscription),
				subscription.current().span.next().starts());
		Optional<String> hold = hold(subscription, tax.isPresent());
		if (hold.isPresent()) {
			stopped(subscription, "HELD", hold.get()); // 3.7
			return;
		}
		OptionalLong net = this.pricing.automatic(subscription);
		if (net.isEmpty()) {
			stopped(subscription, "PARKED", "PRICE_MISSING"); // 5.6
			return;
		}
		Cost cost = new Cost(subscription.currency, net.getAsLong(), tax.orElseThrow());
		this.orders.place(subscription, Origin.AUTO, this.night.date, subscription.means, cost);
	}

	/** The first that applies, in the order of the contract. */
	private Optional<String> hold(Subscription subscription, boolean taxKnown) {
		Offer offer = this.night.offer(subscription);
		boolean card = subscription.means.card();
		Optional<String> held = this.books.hold(subscription);
		if (held.isPresent()) {
			return held; // 3.7, 10.1
		}
		if (card && offer.policies().noticeBeforeCharge()) { // 3.6: transfers need none
			Optional<LocalDate> sent = noticeSent(subscription);
			if (sent.isEmpty()) {
				return Optional.of("NO_NOTICE"); // 3.6
			}
			Optional<LocalDate> chargeDay = Dates.chargeDay(subscription.ends(), sent.get());
			if (chargeDay.isEmpty() || this.night.date.isBefore(chargeDay.get())) {
				return Optional.of("NOTICE_TOO_RECENT"); // 3.6
			}
		}
		if (!this.books.qualified(subscription, offer, this.night.date)) {
			return Optional.of("QUALIFICATION_MISSING"); // 2.6
		}
		if (!card && !this.books.partnerOf(subscription).hasTransferContact()) {
			return Optional.of("TRANSFER_CONTACT_MISSING"); // 7.1
		}
		return taxKnown ? Optional.empty() : Optional.of("TAX_UNAVAILABLE"); // 5.4, 5.5
	}

	private Optional<LocalDate> noticeSent(Subscription subscription) {
		return Stream.of("RENEWAL_NOTICE", "RENEWAL_NOTICE_LATE")
			.flatMap((code) -> this.books.notice(subscription, subscription.current(), code).stream())
			.filter(Notice::sent)
			.map(Notice::on)
			.findFirst(); // 3.6, 8.5: FAILED_PERM is not SENT
	}

	/** A manual renewal that a hold stops: the request waits, the row says why. */
	private Optional<Request> waitingManual(Subscription subscription) {
		return this.books.requests.stream()
			.filter((request) -> request.type().equals("RENEW")
					&& request.text("subscription_id").equals(subscription.id)
					&& this.books.waiting.containsKey(request.id()))
			.findFirst();
	}

	private void heldManual(Subscription subscription, Request request) {
		if (subscription.running() && subscription.live().isEmpty()) {
			boolean contiguous = this.night.offer(subscription).contiguous();
			Span span = Orders.span(subscription, Origin.MANUAL, contiguous, request.submittedOn());
			row(subscription, Origin.MANUAL, span, "HELD", this.books.waiting.getOrDefault(request.id(), ""));
		}
	}

	private void stopped(Subscription subscription, String outcome, String reason) {
		row(subscription, Origin.AUTO, subscription.current().span.next(), outcome, reason);
	}

	private void row(Subscription subscription, Origin origin, Span span, String outcome, String reason) {
		this.night.stopped.add(List.of(subscription.id, subscription.partnerId, origin.name(), span.starts().toString(),
				span.ends().toString(), outcome, reason, "", "", subscription.currency));
	}

}
