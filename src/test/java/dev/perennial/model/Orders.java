package dev.perennial.model;

import java.time.LocalDate;

/** What can happen to an order: placed, paid, cancelled, expired, refunded. */
final class Orders {

	private final Tonight night;

	Orders(Tonight night) {
		this.night = night;
	}

	/** The dates of the term that an order of this day would buy. */
	static Span span(Subscription subscription, Origin origin, boolean contiguous, LocalDate day) {
		if (origin == Origin.AUTO || (origin == Origin.MANUAL && contiguous)) {
			return subscription.current().span.next(); // 3.3, 4.3: CONTIGUOUS
		}
		return new Span(day, 0); // 4.3: the day of the order is the new anchor
	}

	Order place(Subscription subscription, Origin origin, LocalDate day, Means means, Cost cost) {
		Span span = span(subscription, origin, this.night.offer(subscription).contiguous(), day);
		Order order = new Order(subscription, origin, span, means, cost);
		order.lastDay = lastDay(order, day);
		order.nextAttempt = this.night.date; // 3.5: charged at the claim
		subscription.orders.add(order);
		subscription.means = means; // 2.7
		subscription.meansChanged = false; // 3.8
		return order;
	}

	private LocalDate lastDay(Order order, LocalDate day) {
		// 1.7: a due date takes today where that is later
		LocalDate from = this.night.late() ? Dates.latest(day, this.night.today) : day;
		if (order.means.card()) {
			// 6.5: with the window; a purchase 30 days after the order
			return (order.origin == Origin.PURCHASE) ? day.plusDays(30) : Dates.windowCloses(order.base);
		}
		return (order.origin == Origin.AUTO) ? Dates.dueOfAutomatic(order.base, from) : Dates.dueOfAsked(from); // 7.3
	}

	/** The term starts only now (rules 3.5). */
	void paid(Order order) {
		Subscription subscription = order.subscription;
		boolean off = switch (order.origin) {
			case AUTO -> subscription.current().off; // 3.1, 3.2, 3.4: carried over
			case MANUAL -> order.bornOff; // 3.1: ON; 3.4: unless OFF came meanwhile
			default -> false; // 3.1
		};
		order.state = Order.State.PAID;
		order.parked = false;
		order.receive(order.open(), this.night.date);
		subscription.terms.add(new Term(subscription.terms.size(), order.span, order.origin, off));
		subscription.state = Subscription.State.ACTIVE; // 2.2
		this.night.outcome(order, "RENEWED", "");
		this.night.eventOfOrder("RENEWED", order); // 8.1
	}

	void cancel(Order order, String reason) {
		order.state = Order.State.CANCELLED;
		creditWhatWasPaid(order); // 4.4, 7.4
		this.night.outcome(order, "CANCELLED", reason);
	}

	void expire(Order order) {
		order.state = Order.State.EXPIRED; // 6.5, 7.3
		creditWhatWasPaid(order); // 7.3
		this.night.outcome(order, "EXPIRED", "");
		if (order.origin == Origin.PURCHASE) {
			order.subscription.state = Subscription.State.CANCELLED; // 2.3
			this.night.eventOfOrder("ORDER_EXPIRED", order); // 2.3, 8.1
		}
	}

	void refund(Order order) {
		order.state = Order.State.REFUNDED; // 6.5
		if (!order.means.card()) {
			creditWhatWasPaid(order); // 10.2: nobody told the account it came from
		}
		order.subscription.state = Subscription.State.CANCELLED; // 10.2
		this.night.outcome(order, "CANCELLED", "REFUND");
	}

	/** Switches auto-renew of the current term OFF, once (rules 3.2). */
	void switchOff(Subscription subscription) {
		Term term = subscription.current();
		if (!term.off) {
			term.off = true;
			this.night.event(Text.subject(subscription, term), "AUTO_RENEW_OFF", subscription); // 8.1
		}
		subscription.live().ifPresent((order) -> {
			if (order.origin == Origin.MANUAL) {
				order.bornOff = true; // 3.4: a manual order goes on, its term is OFF
			}
			else if (order.means.card()) {
				cancel(order, "AUTO_RENEW_OFF"); // 3.4: nothing more is charged
			}
			// 3.4: a transfer order stays payable
		});
	}

	private void creditWhatWasPaid(Order order) {
		if (order.paid > 0) {
			this.night.books.credit(order.subscription, order.paid);
		}
	}

}
