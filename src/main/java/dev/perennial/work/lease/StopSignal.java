package dev.perennial.work.lease;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether work is to stop after the chunks in flight, and who asked.
 */
public final class StopSignal {

	/** Who asks to stop. */
	public enum Source {

		/** The command {@code stop}, over the lease row. */
		OPERATOR,

		/** The end of this process, SIGTERM. */
		SHUTDOWN

	}

	private final Set<Source> sources = EnumSet.noneOf(Source.class);

	public synchronized void request(Source source) {
		this.sources.add(source);
	}

	public synchronized boolean requested() {
		return !this.sources.isEmpty();
	}

	synchronized void withdraw(Source source) {
		this.sources.remove(source);
	}

}
