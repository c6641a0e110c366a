package dev.perennial.demo.gateway;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One call in the books.
 *
 * @param at when it came
 * @param key its idempotency key, empty if it had none
 * @param fingerprint of path and parameters, so that no token is kept
 * @param order for a charge, what its calls are counted by
 * @param ending for a charge, how it ended
 * @param intent the payment intent it left, if it left one
 * @param refund the refund it made, if it made one
 */
record Entry(Instant at, String key, String fingerprint, String order, @Nullable Ending ending, @Nullable Intent intent,
		@Nullable Refund refund) {

	/** Whether the answer is kept for its key: all but 429. */
	boolean isAnswered() {
		return this.ending != Ending.BUSY;
	}

}
