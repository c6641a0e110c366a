package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Stops every claim and every new attempt, with a reason (rules 3.7).
 *
 * @param reason why
 * @param key the support request, or what a person wrote
 * @param begunIn the business date of its first night
 * @param endedIn the business date of the night that ended it
 */
public record Hold(HoldReason reason, String key, LocalDate begunIn, @Nullable LocalDate endedIn) {

	public boolean isOpen() {
		return this.endedIn == null;
	}

	public Hold ended(LocalDate day) {
		return new Hold(this.reason, this.key, this.begunIn, day);
	}

	/** Why a hold was set. */
	public enum HoldReason {

		CANCEL_REQUEST_OPEN, BY_HAND

	}

}
