package dev.perennial.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.chaos.Outcome.Doubt;
import dev.perennial.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One part of what is done to the night, and its row in the report: counted while it goes
 * on, written when it is closed, also when it broke off. Used by several threads at once.
 */
public final class ChaosPart implements AutoCloseable {

	private final String name;

	private final String server;

	private final String seed;

	private final long begun = System.nanoTime();

	private final List<String> details = new ArrayList<>();

	private int nights;

	private int kills;

	private int faults;

	private int differences;

	private int doubts;

	private int bound;

	private int failedStarts;

	private boolean judged;

	private boolean complete;

	/**
	 * Begins.
	 * @param name what is done, for people
	 * @param seed what it is repeated by; empty where nothing is random
	 */
	public ChaosPart(String name, TestDatabase database, String seed) {
		this.name = name;
		this.seed = seed;
		this.server = server(database);
	}

	/** The server's product and version, as rows of the report name it. */
	public static String server(TestDatabase database) {
		return "%s %s".formatted(database.server().product(),
				database.ownerJdbc().sql("SELECT VERSION()").query(String.class).single());
	}

	/**
	 * Compares a night with one to which nothing happened.
	 * @param what what happened to it
	 * @param killed how often it was killed
	 * @param faulted how often anything else happened
	 * @param allowed how many mails may be in doubt
	 */
	public synchronized void compared(String what, int killed, int faulted, int allowed, Outcome outcome,
			Outcome undisturbed) {
		this.kills += killed;
		counted(what, faulted, allowed, outcome);
		outcome.differencesFrom(undisturbed).forEach((difference) -> differs(what, difference));
	}

	/**
	 * Counts a night that should not end as the undisturbed one: what it should leave,
	 * its test has judged.
	 * @param faulted how often anything happened
	 * @param allowed how many mails may be in doubt
	 */
	public synchronized void judged(String what, int faulted, int allowed, Outcome outcome) {
		this.judged = true;
		counted(what, faulted, allowed, outcome);
	}

	private void counted(String what, int faulted, int allowed, Outcome outcome) {
		this.nights++;
		this.faults += faulted;
		this.bound += allowed;
		this.doubts += outcome.doubts().size();
		for (Doubt doubt : outcome.doubts()) {
			this.details.add("doubt\t%s\t%s\t%s\t%d\t%s".formatted(doubt.notice(), doubt.code(), doubt.state(),
					doubt.accepted(), what));
		}
		if (outcome.doubts().size() > allowed) {
			differs(what, "%d mails in doubt, and at most %d can be".formatted(outcome.doubts().size(), allowed));
		}
	}

	/** Counts starts that failed though nothing was done to them. */
	public synchronized void failedStarts(int more) {
		this.failedStarts += more;
	}

	/**
	 * Notes what should not be.
	 * @param what what happened to the night
	 */
	public synchronized void differs(String what, String difference) {
		this.differences++;
		String line = difference.replaceAll("\\s+", " ");
		this.details.add("difference\t%s\t%s".formatted(what, line));
		System.out.println("DIFFERENCE %s: %s".formatted(what, line));
	}

	/** Ends it, and fails if anything differed. */
	public synchronized void complete() {
		this.complete = true;
		assertThat(this.details.stream().filter((detail) -> detail.startsWith("difference"))).as(this.name).isEmpty();
	}

	@Override
	public synchronized void close() throws IOException {
		long seconds = (System.nanoTime() - this.begun) / 1_000_000_000;
		List<String> lines = new ArrayList<>();
		lines.add("part\t%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t%s\t%d".formatted(this.name, this.server,
				this.seed, this.nights, this.kills, this.faults, this.differences, this.doubts, this.bound, seconds,
				ChaosReport.now(),
				(this.complete ? "complete" : "broken off") + (this.judged ? ", judged by its test" : ""),
				this.failedStarts));
		lines.addAll(this.details);
		System.out.println(lines.get(0));
		ChaosReport.append(lines);
	}

}
