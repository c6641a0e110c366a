package dev.perennial.subscription;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A subscription before and after a decision.
 *
 * @param before as it was read
 * @param after as it is now
 */
public record SubscriptionChange(Subscription before, Subscription after) {

	boolean isInItsTerm() {
		return !Objects.equals(seq(this.before.term()), seq(this.after.term()))
				|| !Objects.equals(end(this.before.term()), end(this.after.term()));
	}

	boolean isInItsStanding() {
		return !this.before.standing().equals(this.after.standing());
	}

	boolean isInItsPaying() {
		return !this.before.paying().equals(this.after.paying());
	}

	private static @Nullable Object seq(@Nullable Term term) {
		return (term != null) ? term.seq() : null;
	}

	private static @Nullable Object end(@Nullable Term term) {
		return (term != null) ? term.endsOn() : null;
	}

}
