package dev.perennial.bench;

import java.nio.file.Path;

/**
 * How big a run is; each a system property {@code perennial.bench.NAME}.
 *
 * @param due renewals by transfer that are due in one night
 * @param tutorial how many of them the tutorial job does
 * @param notices notices that are planned in one night
 * @param charges cards that are charged in one night
 * @param mails mails that are sent in one night
 * @param killed renewals that are due in a night that is killed, mails and all
 * @param quiet what is due in the quiet night
 * @param few subscriptions of the smaller quiet night
 * @param many subscriptions of the bigger quiet night
 */
record BenchSizes(long due, long tutorial, long notices, long charges, long mails, long killed, long quiet, long few,
		long many) {

	/** Where everything lies that a run leaves. */
	static final Path FOLDER = Path.of("target", "bench");

	/** Connections to the mail server, and to the database where commits are counted. */
	static final int CONNECTIONS = 8;

	/** Calls a second to the card gateway. */
	static final int RATE = 500;

	/** How long the card gateway holds back an answer, in milliseconds. */
	static final int DELAY = 100;

	/** As the build was told. */
	static BenchSizes asTold() {
		long due = told("due", 1_000_000);
		return new BenchSizes(due, told("tutorial", Math.max(1, due / 20)), told("notices", due),
				told("charges", Math.min(due, 30_000)), told("mails", Math.min(due, 200_000)),
				told("killed", Math.min(due, 100_000)), told("quiet", Math.min(due, 27_000)), told("few", due),
				told("many", 10 * due));
	}

	private static long told(String name, long otherwise) {
		return Long.getLong("perennial.bench." + name, otherwise);
	}

}
