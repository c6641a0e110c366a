package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One paid year of a subscription.
 *
 * @param seq 0 for the first term known here
 * @param anchor the date that all terms of the chain are computed from
 * @param dates first and last day
 * @param origin how it came to be
 * @param state whether it runs
 * @param orderNumber the order that paid it, {@code null} for an import
 */
public record Term(int seq, LocalDate anchor, TermDates dates, TermOrigin origin, TermState state,
		@Nullable String orderNumber) {

	public LocalDate startsOn() {
		return this.dates.startsOn();
	}

	/** The last day, still valid: E. */
	public LocalDate endsOn() {
		return this.dates.endsOn();
	}

	/** The term that follows from the same anchor. */
	public TermDates next() {
		return TermDates.following(this.anchor, this.dates);
	}

	public Term with(TermState state) {
		return new Term(this.seq, this.anchor, this.dates, this.origin, state, this.orderNumber);
	}

}
