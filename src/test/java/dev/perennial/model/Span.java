package dev.perennial.model;

import java.time.LocalDate;

/** The dates of term n of an anchor (rules 1.3). */
record Span(LocalDate anchor, int n) {

	LocalDate starts() {
		return anchor().plusYears(n()); // 1.3
	}

	LocalDate ends() {
		return anchor().plusYears(n() + 1).minusDays(1); // 1.3
	}

	/** The next term of the same anchor, never computed from the previous one. */
	Span next() {
		return new Span(anchor(), n() + 1); // 1.3, 3.3
	}

	/** Finds the term of an anchor that starts on a day. */
	static Span of(LocalDate anchor, LocalDate starts) {
		Span span = new Span(anchor, starts.getYear() - anchor.getYear());
		if (!span.starts().equals(starts)) {
			throw new IllegalArgumentException("no term of " + anchor + " starts on " + starts);
		}
		return span;
	}

}
