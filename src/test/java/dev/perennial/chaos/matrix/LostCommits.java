package dev.perennial.chaos.matrix;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something happens to the connection to the database at the n-th COMMIT: before it
 * arrives, or when its answer comes.
 *
 * @param at the number; 0 is none
 * @param act what happens
 * @param seen how many there were
 */
record LostCommits(int at, Fault.Act act, AtomicInteger seen) implements Fault {

	private static final String COMMIT = "commit";

	/** Of a packet and of what the driver puts before its text. */
	private static final int HEAD = 10;

	/**
	 * At one COMMIT.
	 * @param arrives whether the server commits
	 */
	LostCommits(int at, boolean arrives, Fault.Act act) {
		this(at, arrives ? Fault.onAnswer(act) : act, new AtomicInteger());
	}

	/** Whether it has happened. */
	boolean struck() {
		return this.at > 0 && this.seen.get() >= this.at;
	}

	static boolean isCommit(String said) {
		return said.length() <= HEAD + COMMIT.length() && said.toLowerCase(Locale.ROOT).endsWith(COMMIT);
	}

	@Override
	public Act asked(String said) {
		if (isCommit(said) && this.seen.incrementAndGet() == this.at) {
			return this.act;
		}
		return PASS;
	}

}
