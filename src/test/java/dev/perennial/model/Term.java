package dev.perennial.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** One paid year of a subscription. */
final class Term {

	final int seq;

	final Span span;

	final Origin origin;

	/** Rules 3.2: inserted at most once, never taken back. */
	boolean off;

	/** Rules 4.6: once per term. */
	boolean opened;

	/** Rules 5.2: the net that was quoted for the term after this one. */
	OptionalLong quote = OptionalLong.empty();

	/** Rules 5.3: the net that a sent PRICE_CHANGE named, and when it was sent. */
	OptionalLong raised = OptionalLong.empty();

	LocalDate raisedSent = LocalDate.MAX;

	/** Rules 8.2: notices held in the last night of their days that was seen, and why. */
	final Map<String, String> heldNotices = new HashMap<>();

	Term(int seq, Span span, Origin origin, boolean off) {
		this.seq = seq;
		this.span = span;
		this.origin = origin;
		this.off = off;
	}

	LocalDate ends() {
		return this.span.ends();
	}

}
