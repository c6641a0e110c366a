package dev.perennial.chaos.safeguard;

import java.util.List;

/**
 * A safeguard of the program: how it is taken out, what is done to a night then, and what
 * the harness must find wrong with it.
 */
enum Safeguard {

	/** Rules 6.1: no call before its intent is committed. */
	INTENT_COMMIT("java/dev/perennial/work/engine/Claiming.java",
			"Claims<C> claims = this.work.claim(this.step.run(), chunk);",
			"""
					Claims<C> claims = this.work.claim(this.step.run(), chunk);
					Thread early = new Thread(() -> claims.claimed().values()
						.forEach((claim) -> this.work.call(this.step.run(), claim)), this.step.step().name() + "-call-1");
					early.start();
					try {
						early.join();
					}
					catch (InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
					""",
			Scenario.killed("charge-cards after gateway charge#1"), "a charge without an attempt: "),

	/** Whoever was taken over writes nothing. */
	FENCE("java/dev/perennial/work/lease/FencedTransactions.java", "if (current != ours) {", "if (current < ours) {",
			Scenario.frozen("charge-cards after gateway charge#1"), "+1 2026-06-23 renewals FAILED"),

	/**
	 * A chunk is done once, whoever does it a second time. The next try waits at the
	 * fence for a commit that is under way, so nobody comes so far as long as that
	 * stands.
	 */
	COMPARE_AND_SET_OF_A_PART(List.of(
			new Alteration("java/dev/perennial/work/plan/BatchParts.java", "AND part_no = :number AND done = :done",
					"AND part_no = :number AND done <= GREATEST(:done, :to)"),
			new Alteration("java/dev/perennial/work/engine/Tries.java", "this.transactions.awaitEarlier();", "")),
			Scenario.lateCommitOfABankLine(), "bank_line: "),

	/** Rules 9.2: numbers are reserved in the transaction that closes their plan. */
	NUMBER_TRANSACTION("java/dev/perennial/work/plan/Plans.java", "work.planned(run, count);",
			"java.util.concurrent.CompletableFuture.runAsync(() -> work.planned(run, count)).join();",
			Scenario.killed("issue-invoices before commit#4"), "Duplicate entry '2026-06-23-INV-2026'"),

	/** Rules 8.4: a mail that is sent again has the same Message-ID. */
	MESSAGE_ID("java/dev/perennial/job/notices/MailClaims.java", "messageId(notice.id());", """
			messageId(notice.id()
					+ ((one.tried().dialogues() > 0) ? "-" + one.tried().dialogues() : ""));
			""", Scenario.killedBehindADot(), "a mail under a Message-ID that no notice has: "),

	/** An interrupted worker ends its job as stopped, never as completed. */
	INTERRUPTION_RULE("java/dev/perennial/work/engine/RowLoop.java", """
			this.step.halt().check();
			""", """
			if (this.step.halt().requested()) {
				return Optional.empty();
			}
			""", Scenario.interrupted("plan-notices after commit#5"), "CountMismatch"),

	/** A series of numbers is counted in one row, however often it is begun. */
	UNIQUE_KEY("resources/db/migration/V022__document_series.sql",
			"series      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,",
			"ALTER TABLE document_series DROP PRIMARY KEY", Scenario.killed("issue-invoices before commit#4"),
			"Duplicate entry '2026-06-23-INV-2026'");

	private final List<Alteration> alterations;

	private final Scenario scenario;

	private final String seen;

	Safeguard(String file, String text, String without, Scenario scenario, String seen) {
		this(List.of(new Alteration(file, text, without)), scenario, seen);
	}

	Safeguard(List<Alteration> alterations, Scenario scenario, String seen) {
		this.alterations = alterations;
		this.scenario = scenario;
		this.seen = seen;
	}

	/** What is done to the program, to each source once. */
	List<Alteration> alterations() {
		return this.alterations;
	}

	Scenario scenario() {
		return this.scenario;
	}

	/** What the harness must say without it. */
	String seen() {
		return this.seen;
	}

}
