package dev.perennial.model;

/** One try to charge a card. */
final class Attempt {

	final String reference;

	String outcome = "UNKNOWN";

	Attempt(Order order) {
		this.reference = order.number + "/" + (order.attempts.size() + 1); // 6.1
	}

}
