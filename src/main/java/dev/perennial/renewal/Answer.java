package dev.perennial.renewal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a partner's request.
 *
 * @param result whether it is answered, and how
 * @param reason why it is refused or cannot be answered yet
 * @param date the first day possible, where it came too early (rules 4.2)
 * @param after the facts as they are then, {@code null} where there is no subscription
 */
public record Answer(Result result, @Nullable String reason, @Nullable LocalDate date, @Nullable Dossier after) {

	static Answer accepted(Dossier after) {
		return new Answer(Result.ACCEPTED, null, null, after);
	}

	static Answer refused(Refusal refusal, @Nullable Dossier unchanged) {
		return new Answer(Result.REFUSED, refusal.name(), null, unchanged);
	}

	static Answer tooEarly(LocalDate firstDay, Dossier unchanged) {
		return new Answer(Result.REFUSED, Refusal.TOO_EARLY.name(), firstDay, unchanged);
	}

	static Answer waits(Result result, String reason, @Nullable Dossier after) {
		return new Answer(result, reason, null, after);
	}

	/** Whether the request is done with. */
	public boolean isFinal() {
		return this.result == Result.ACCEPTED || this.result == Result.REFUSED;
	}

	/** What can become of a request in a night. */
	public enum Result {

		ACCEPTED, REFUSED,

		/** It waits for the next night and keeps its day (rules 6.2). */
		WAITS,

		/** Its order is held; it waits and keeps its day (rules 3.7). */
		HELD,

		/** It needs a person; it waits and keeps its day. */
		PARKED

	}

	/** Why a request is refused, in the order in which the first one counts. */
	public enum Refusal {

		UNKNOWN_SUBSCRIPTION, UNKNOWN_PARTNER, WRONG_PARTNER, UNKNOWN_OFFER, METHOD_MISSING, NOT_ACTIVE, WINDOW_CLOSED,
		TOO_EARLY, CANCEL_REQUEST_OPEN, AUTO_RENEW_OFF, OFFER_CHANGE, TRANSFER_CONTACT_MISSING;

		/** Whether the partner is told: not of what names nobody (rules 11.6). */
		public boolean isTold() {
			return this != UNKNOWN_SUBSCRIPTION && this != UNKNOWN_PARTNER && this != WRONG_PARTNER;
		}

	}

}
