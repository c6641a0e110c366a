package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A renewal or a purchase that was claimed. */
final class Order {

	final String number;

	final Subscription subscription;

	final Origin origin;

	final Span span;

	final Means means;

	final Cost cost;

	/** The seq of the term before, -1 for a purchase (rules 6.5). */
	final int renewsSeq;

	/** E, from which retries count; for a purchase the day before the order (6.3). */
	final LocalDate base;

	/** The last day on which it may live unpaid (6.5, 7.3). */
	LocalDate lastDay = LocalDate.MAX;

	/** The first night in which the card may be tried. */
	LocalDate nextAttempt = LocalDate.MIN;

	State state = State.OPEN;

	/** Rules 3.4: an OFF came while a manual order lived. */
	boolean bornOff;

	boolean parked;

	boolean proofAccepted;

	final List<Attempt> attempts = new ArrayList<>();

	long paid;

	/** The day on which the first money came. */
	LocalDate paidOn = LocalDate.MIN;

	Optional<Document> invoice = Optional.empty();

	Optional<Document> creditNote = Optional.empty();

	Order(Subscription subscription, Origin origin, Span span, Means means, Cost cost) {
		this.number = subscription.orderNumber(span.starts());
		this.subscription = subscription;
		this.origin = origin;
		this.span = span;
		this.means = means;
		this.cost = cost;
		this.renewsSeq = subscription.terms.size() - 1;
		this.base = (origin == Origin.PURCHASE) ? span.starts().minusDays(1) : subscription.ends(); // 6.3
	}

	boolean unknown() {
		return this.attempts.stream().anyMatch((attempt) -> attempt.outcome.equals("UNKNOWN")); // 6.2
	}

	long count(String outcome) {
		return this.attempts.stream().filter((attempt) -> attempt.outcome.equals(outcome)).count();
	}

	void receive(long units, LocalDate on) {
		this.paidOn = (this.paid == 0) ? on : this.paidOn;
		this.paid += units;
	}

	long open() {
		return this.cost.gross() - this.paid;
	}

	/** The states of an order. */
	enum State {

		OPEN, PAID, FAILED, EXPIRED, CANCELLED, REFUNDED

	}

}
