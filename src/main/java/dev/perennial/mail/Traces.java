package dev.perennial.mail;

import java.util.List;

/**
 * What the journal of a process tells of a mail (rules 8.4).
 *
 * @param fate what became of it
 * @param dots its final dots that were not answered by a refusal, in their order; none
 * where no journal tells
 */
public record Traces(Fate fate, List<Dot> dots) {

	/** What no journal tells of. */
	static final Traces NONE = new Traces(Fate.UNKNOWN, List.of());

	/** What became of a mail whose sender is dead. */
	public enum Fate {

		/** Certainly not sent: no dot, or each was answered by a refusal. */
		NEVER_REACHED_THE_DOT,

		/** Certainly sent: the server took it. */
		ACCEPTED,

		/** The dot may have gone out and been taken. */
		UNKNOWN

	}

	/**
	 * A final dot.
	 *
	 * @param recipient the address of its dialogue; empty in journals of older versions
	 * @param accepted whether the server took the mail; else nobody knows
	 */
	public record Dot(String recipient, boolean accepted) {

	}

}
