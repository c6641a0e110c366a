package dev.perennial.chaos.matrix;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connection to the database is cut at the n-th COMMIT: before it arrives, or when
 * its answer comes.
 *
 * @param at the number; 0 is none
 * @param arrives whether the server commits
 * @param seen how many there were
 */
record LostCommits(int at, boolean arrives, AtomicInteger seen) implements Fault {

	private static final String COMMIT = "commit";

	/** Of a packet and of what the driver puts before its text. */
	private static final int HEAD = 10;

	LostCommits(int at, boolean arrives) {
		this(at, arrives, new AtomicInteger());
	}

	/** Whether it has happened. */
	boolean struck() {
		return this.at > 0 && this.seen.get() >= this.at;
	}

	@Override
	public Act asked(String said) {
		boolean commit = said.length() <= HEAD + COMMIT.length() && said.toLowerCase(Locale.ROOT).endsWith(COMMIT);
		if (commit && this.seen.incrementAndGet() == this.at) {
			return this.arrives ? LOSE_ANSWER : CUT;
		}
		return PASS;
	}

}
