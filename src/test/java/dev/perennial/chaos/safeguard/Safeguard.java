package dev.perennial.chaos.safeguard;

/**
 * A safeguard of the program: the text that is it, what stands there without it (a key of
 * the schema is dropped by one more migration), a test that must fail then, and what it
 * must say.
 */
enum Safeguard {

	/** Rules 6.1: no call before its intent is committed. */
	INTENT_COMMIT("java/dev/perennial/work/engine/Claiming.java",
			"Claims<C> claims = this.work.claim(this.step.run(), chunk);", """
					Claims<C> claims = this.work.claim(this.step.run(), chunk);
					claims.claimed().values().forEach((claim) -> this.work.call(this.step.run(), claim));
					""", "dev.perennial.work.EffectTests#callsNobodyBeforeTheClaimIsCommitted()", "c0001/1"),

	/** Whoever was taken over writes nothing. */
	FENCE("java/dev/perennial/work/lease/FencedTransactions.java", "if (current != ours) {", "if (current < ours) {",
			"dev.perennial.work.ProcessesTests#aProcessThatWasFrozenBetweenChunksWritesNothingWhenItComesBack()",
			"Expecting code to raise a throwable"),

	/** A chunk is done once, whoever does it a second time. */
	COMPARE_AND_SET_OF_A_PART("java/dev/perennial/work/plan/BatchParts.java", "AND part_no = :number AND done = :done",
			"AND part_no = :number AND done <= GREATEST(:done, :to)",
			"dev.perennial.work.FailsAnywhereTests#"
					+ "aJobWhoseConnectionIsCutAtAnyCommitEndsAsAnUndisturbedOneByItself"
					+ "(dev.perennial.work.FaultyDataSource$Fault)",
			"[CUT_LATE commit"),

	/** Rules 9.2: numbers are reserved in the transaction that closes their plan. */
	NUMBER_TRANSACTION("java/dev/perennial/work/plan/Plans.java", "work.planned(run, count);",
			"java.util.concurrent.CompletableFuture.runAsync(() -> work.planned(run, count)).join();",
			"dev.perennial.work.FailsAnywhereTests#aJobKilledAtAnyCommitAndStartedAgainEndsAsAnUndisturbedOne"
					+ "(dev.perennial.work.FaultyDataSource$Fault)",
			"[KILLED_BEFORE commit"),

	/** Rules 8.4: a mail that is sent again has the same Message-ID. */
	MESSAGE_ID("java/dev/perennial/mail/NoticeMessage.java", "setHeader(\"Message-ID\", this.messageId);",
			"super.updateMessageID();", "dev.perennial.mail.NoticeMessageTests", "<n1@perennial.example>"),

	/** An interrupted worker ends its job as stopped, never as completed. */
	INTERRUPTION_RULE("java/dev/perennial/work/engine/Halt.java", "if (Thread.currentThread().isInterrupted()) {",
			"if (Thread.interrupted() && this.stop.requested()) {",
			"dev.perennial.work.StopTests#stopsWhenAWorkerIsInterrupted()", "expected: STOPPED"),

	/** Rules 6.5: the schema refuses a second successful charge of a renewed term. */
	UNIQUE_KEY("resources/db/migration/V020__charge_attempt.sql",
			"UNIQUE KEY one_success_per_renewed_term (subscription_id, seq, success_key),",
			"ALTER TABLE charge_attempt DROP KEY one_success_per_renewed_term;",
			"dev.perennial.job.verify.InvariantTests", "InvariantTests.seeWhatIsBroken");

	private final String file;

	private final String text;

	private final String without;

	private final String test;

	private final String seen;

	Safeguard(String file, String text, String without, String test, String seen) {
		this.file = file;
		this.text = text;
		this.without = without;
		this.test = test;
		this.seen = seen;
	}

	/** The source that it stands in, below {@code src/main}. */
	String file() {
		return this.file;
	}

	String text() {
		return this.text;
	}

	/** What stands there without it. */
	String without() {
		return this.without;
	}

	/** The class or method that fails without it. */
	String test() {
		return this.test;
	}

	/** What the failure must say. */
	String seen() {
		return this.seen;
	}

}
