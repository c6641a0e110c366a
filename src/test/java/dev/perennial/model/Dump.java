package dev.perennial.model;

import java.util.List;

/** What is not in the outbox: subscriptions, orders, and the gateway's books. */
final class Dump {

	static final List<String> STATES = List.of("subscription_id", "state", "seq", "starts_on", "ends_on", "auto_renew",
			"payment_method", "benefits_until");

	static final List<String> ORDERS = List.of("order_number", "state");

	static final List<String> CHARGES = List.of("reference", "amount", "currency", "outcome");

	private Dump() {
	}

	static List<List<String>> states(Books books, Catalogue catalogue) {
		return books.subscriptions.values().stream().map((subscription) -> state(subscription, catalogue)).toList();
	}

	private static List<String> state(Subscription subscription, Catalogue catalogue) {
		if (subscription.terms.isEmpty()) {
			return List.of(subscription.id, subscription.state.name(), "", "", "", "", subscription.means.method(), "");
		}
		Term term = subscription.current();
		boolean expired = subscription.state == Subscription.State.IN_WINDOW
				|| subscription.state == Subscription.State.LAPSED;
		String benefits = expired ? Windows.benefitsUntil(subscription, catalogue.offer(subscription.offer)).toString()
				: "";
		return List.of(subscription.id, subscription.state.name(), String.valueOf(term.seq),
				term.span.starts().toString(), term.ends().toString(), term.off ? "off" : "on",
				subscription.means.method(), benefits);
	}

	static List<List<String>> orders(Books books) {
		return books.subscriptions.values()
			.stream()
			.flatMap((subscription) -> subscription.orders.stream())
			.map((order) -> List.of(order.number, order.state.name()))
			.sorted((one, other) -> one.get(0).compareTo(other.get(0)))
			.toList();
	}

	static List<List<String>> charges(Books books) {
		return books.gateway.books.stream().sorted((one, other) -> one.get(0).compareTo(other.get(0))).toList();
	}

}
