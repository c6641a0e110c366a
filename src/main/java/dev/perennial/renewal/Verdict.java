package dev.perennial.renewal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was decided about a subscription, why, and the facts that follow.
 *
 * @param decided whether something happens
 * @param reason the reason of a hold, or the error of what was parked
 * @param grounds the rules that led here, in the order in which they were asked
 * @param after the facts as they are then
 */
public record Verdict(Decided decided, @Nullable String reason, List<Ground> grounds, Dossier after) {

	public Verdict {
		grounds = List.copyOf(grounds);
	}

	/** Whether something happens. */
	public enum Decided {

		/** It happens. */
		ACTS,

		/** There is nothing to do. */
		NOT_DUE,

		/** It was due and cannot go on, with a reason; asked again every night. */
		HELD,

		/** It needs a person. */
		PARKED,

		/** A charge is in flight or UNKNOWN: the next night decides (rules 6.2). */
		WAITS

	}

}
