package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A request that a person ends: a cancellation, or a switch-off that came after the claim
 * (rules 3.4, 10.1).
 *
 * @param id the request id
 * @param kind which of them
 * @param partnerId who asked
 * @param state its state, visible to the partner
 * @param stateIn the business date of the night that changed it last
 * @param askedEnd how a person wants it ended, carried out by the next night
 */
public record SupportRequest(String id, Kind kind, String partnerId, State state, LocalDate stateIn,
		@Nullable End askedEnd) {

	public boolean isOpen() {
		return this.state != State.RESOLVED && this.state != State.REJECTED;
	}

	public SupportRequest with(State state, LocalDate day) {
		return new SupportRequest(this.id, this.kind, this.partnerId, state, day, this.askedEnd);
	}

	/** What was asked. */
	public enum Kind {

		CANCEL, LATE_OFF

	}

	/** How far a request is. */
	public enum State {

		NEW, OPEN, WAITING_PARTNER, RESOLVED, REJECTED

	}

	/** How a person ends a request (rules 10.2). */
	public enum End {

		REFUND, END_OF_TERM, REJECT

	}

}
