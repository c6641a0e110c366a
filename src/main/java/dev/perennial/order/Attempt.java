package dev.perennial.order;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One try to charge a card for an order.
 *
 * @param number 1 for the first of its order
 * @param state how it ended
 * @param plannedIn the business date of the night that made it
 * @param settledIn the business date of the night that learnt how it ended
 */
public record Attempt(int number, AttemptState state, LocalDate plannedIn, @Nullable LocalDate settledIn) {

	/** Whether it may yet turn out to have charged the card. */
	public boolean isOpen() {
		return this.state == AttemptState.INTENT || this.state == AttemptState.UNKNOWN;
	}

	public Attempt settled(AttemptState state, LocalDate day) {
		return new Attempt(this.number, state, this.plannedIn, day);
	}

}
