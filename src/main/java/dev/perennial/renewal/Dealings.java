package dev.perennial.renewal;

import java.util.List;
import java.util.Optional;

import dev.perennial.order.Order;
import dev.perennial.order.Outcome;
import dev.perennial.order.PartnerCredit;
import dev.perennial.order.Payment;
import dev.perennial.order.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The orders and the money of a subscription, of the current term and of the one that
 * would follow.
 *
 * @param quote the price told or claimed for the term that would follow
 * @param orders oldest first
 * @param payments what arrived for them
 * @param credits what of it is owed to the partner
 * @param outcomes what this night did to orders
 */
public record Dealings(@Nullable Quote quote, List<Order> orders, List<Payment> payments, List<PartnerCredit> credits,
		List<Outcome> outcomes) {

	public static final Dealings NONE = new Dealings(null, List.of(), List.of(), List.of(), List.of());

	public Dealings {
		orders = List.copyOf(orders);
		payments = List.copyOf(payments);
		credits = List.copyOf(credits);
		outcomes = List.copyOf(outcomes);
	}

	/** The order that waits for its payment. */
	public Optional<Order> live() {
		return this.orders.stream().filter(Order::isLive).findFirst();
	}

	/** The orders of the renewal into a term, oldest first. */
	public List<Order> into(int seq) {
		return this.orders.stream().filter((order) -> order.placed().seq() == seq).toList();
	}

	/** The newest order of the renewal into a term. */
	public Optional<Order> newestInto(int seq) {
		List<Order> into = into(seq);
		return into.isEmpty() ? Optional.empty() : Optional.of(into.get(into.size() - 1));
	}

	/** Whether a charge is in flight or UNKNOWN (rules 6.2). */
	public boolean hasOpenAttempt() {
		return this.orders.stream().anyMatch(Order::hasOpenAttempt);
	}

	/** Whether this night did something to an order already. */
	boolean hasOutcome(Order order) {
		return this.outcomes.stream().anyMatch((outcome) -> outcome.orderNumber().equals(order.number()));
	}

	public Dealings with(Quote quote) {
		return new Dealings(quote, this.orders, this.payments, this.credits, this.outcomes);
	}

	public Dealings with(Order order) {
		return new Dealings(this.quote,
				Lists.with(this.orders, order, (other) -> other.number().equals(order.number())), this.payments,
				this.credits, this.outcomes);
	}

	public Dealings with(Payment payment) {
		return new Dealings(this.quote, this.orders,
				Lists.with(this.payments, payment, (other) -> other.id().equals(payment.id())), this.credits,
				this.outcomes);
	}

	public Dealings with(PartnerCredit credit) {
		return new Dealings(this.quote, this.orders, this.payments,
				Lists.with(this.credits, credit, (other) -> other.paymentId().equals(credit.paymentId())),
				this.outcomes);
	}

	/** The last word of a night about an order stands. */
	public Dealings with(Outcome outcome) {
		return new Dealings(this.quote, this.orders, this.payments, this.credits, Lists.with(this.outcomes, outcome,
				(other) -> other.seq() == outcome.seq() && other.orderNumber().equals(outcome.orderNumber())));
	}

}
