package dev.perennial.bench;

import java.util.concurrent.atomic.AtomicLong;

import dev.perennial.testing.SentStatements;

/** Counts what the driver sends, whatever else the server does meanwhile. */
public class CountedStatements extends SentStatements {

	private static final AtomicLong STATEMENTS = new AtomicLong();

	private static final AtomicLong COMMITS = new AtomicLong();

	private static final ThreadLocal<String> LAST = ThreadLocal.withInitial(() -> "");

	static long statements() {
		return STATEMENTS.get();
	}

	/** The last one of this thread. */
	static String last() {
		return LAST.get();
	}

	static long commits() {
		return COMMITS.get();
	}

	@Override
	protected void sent(String statement) {
		STATEMENTS.incrementAndGet();
		LAST.set(statement);
		if ("COMMIT".equalsIgnoreCase(statement)) {
			COMMITS.incrementAndGet();
		}
		StatementSamples.add(statement);
	}

}
