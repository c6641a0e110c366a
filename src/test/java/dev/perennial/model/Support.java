package dev.perennial.model;

/** A support request that the partner can see (rules 10.1). */
final class Support {

	final String id;

	final String kind;

	final Subscription subscription;

	String state = "OPEN";

	Support(String id, String kind, Subscription subscription) {
		this.id = id;
		this.kind = kind;
		this.subscription = subscription;
	}

	boolean open() {
		return this.state.equals("OPEN");
	}

}
