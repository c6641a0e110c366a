package dev.perennial.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A subscription with its terms and orders. */
final class Subscription {

	final String id;

	final String partnerId;

	final String offer;

	final String currency;

	State state;

	/** Rules 2.7. */
	Means means;

	/** Rules 3.8: another payment method came since the newest order was made. */
	boolean meansChanged;

	final List<Term> terms = new ArrayList<>();

	final List<Order> orders = new ArrayList<>();

	Subscription(String id, String partnerId, String offer, String currency, Means means) {
		this.id = id;
		this.partnerId = partnerId;
		this.offer = offer;
		this.currency = currency;
		this.means = means;
		this.state = State.PENDING; // 2.2
	}

	boolean ended() {
		return this.state == State.LAPSED || this.state == State.CANCELLED; // 2.2: final
	}

	boolean running() {
		return this.state == State.ACTIVE || this.state == State.IN_WINDOW;
	}

	/** The newest paid term; a PENDING subscription has none. */
	Term current() {
		return this.terms.get(this.terms.size() - 1);
	}

	/** E. */
	LocalDate ends() {
		return current().ends();
	}

	/** The newest order for what follows the current term (or for the first term). */
	Optional<Order> newest() {
		return this.orders.stream()
			.filter((order) -> order.renewsSeq == this.terms.size() - 1)
			.reduce((first, second) -> second);
	}

	/** 4.4: at most one. */
	Optional<Order> live() {
		return newest().filter((order) -> order.state == Order.State.OPEN);
	}

	/** 6.5, 7.4: the newest order while it is neither paid nor gone. */
	Optional<Order> unpaid() {
		return newest().filter((order) -> order.state == Order.State.OPEN || order.state == Order.State.FAILED);
	}

	/** Rules 11.8. */
	String orderNumber(LocalDate firstDay) {
		long earlier = this.orders.stream().filter((order) -> order.span.starts().equals(firstDay)).count();
		return this.id + "-" + Text.compact(firstDay) + "-" + (earlier + 1);
	}

	/** Rules 2.2. */
	enum State {

		PENDING, ACTIVE, IN_WINDOW, LAPSED, CANCELLED

	}

}
