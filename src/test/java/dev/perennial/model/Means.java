package dev.perennial.model;

/** A payment method: {@code card} with its token, or {@code transfer}. */
record Means(String method, String token, String expires) {

	boolean card() {
		return method().equals("card");
	}

	/** A card cannot be charged without a token. */
	boolean usable() {
		return !method().isBlank() && !(card() && token().isBlank());
	}

	/** Rules 7.4: whether this is another payment method than the other. */
	boolean differsFrom(Means other) {
		return !method().equals(other.method()) || (card() && !token().equals(other.token()));
	}

}
