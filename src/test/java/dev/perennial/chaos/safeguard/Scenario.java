package dev.perennial.chaos.safeguard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.perennial.chaos.Blow;
import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.chaos.Undisturbed;
import dev.perennial.chaos.matrix.FaultyNights;
import dev.perennial.chaos.matrix.LateCommit;
import dev.perennial.chaos.matrix.Victim;
import dev.perennial.chaos.matrix.Wire;
import dev.perennial.notice.NoticeCode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is done to a small night, and how the harness judges it: as in the long runs, at
 * one chosen moment.
 *
 * @param what what is done, for people
 * @param deed does it; gives what is seen before the next start
 */
record Scenario(String what, Deed deed) {

	private static final String ONE_CONNECTION = "--mail.connections=1";

	/**
	 * The process dies.
	 * @param moment its name and, behind {@code #}, which of those that are called so
	 */
	static Scenario killed(String moment) {
		return new Scenario("killed at " + moment, (evening, undisturbed) -> killed(evening, moment));
	}

	/**
	 * The process dies behind the final dot of the first mail that is better sent twice.
	 */
	static Scenario killedBehindADot() {
		return new Scenario("killed behind the final dot of a mail that is sent again",
				(evening, undisturbed) -> killed(evening, "send-mails after smtp dot#" + firstSentAgain(undisturbed),
						ONE_CONNECTION));
	}

	/** A thread that works is interrupted. */
	static Scenario interrupted(String moment) {
		return new Scenario("interrupted at " + moment, (evening, undisturbed) -> {
			Start start = evening.begin(Blow.INTERRUPT, moment).end();
			assertThat(start.points()).anyMatch((point) -> point.endsWith(moment.replaceFirst("#.*", "")));
			return evening.unexplained();
		});
	}

	/** The process stands still, another takes over and ends, and it comes back. */
	static Scenario frozen(String moment) {
		return new Scenario("frozen at %s, taken over, thawed".formatted(moment), (evening, undisturbed) -> {
			Victim frozen = Victim.frozen(evening, moment, FaultyNights.SHORT_WAIT);
			Start successor = evening.takeOver(0, FaultyNights.SHORT_WAIT);
			assertThat(successor.done()).as(successor.said()).isTrue();
			frozen.send("CONT");
			frozen.end();
			return evening.unexplained();
		});
	}

	/** The connection is lost while a COMMIT is on its way. */
	static Scenario lateCommitOfABankLine() {
		return new Scenario("connection lost while the commit of a bank line is on its way", (evening, undisturbed) -> {
			LateCommit fault = LateCommit.ofABankLine();
			try (Wire wire = new Wire(evening.database().server().port()).with(fault)) {
				evening.begin(0, FaultyNights.database(evening, wire)).end();
				assertThat(fault.struck()).isTrue();
			}
			return evening.unexplained();
		});
	}

	private static List<String> killed(Evening evening, String moment, String... settings) throws Exception {
		Start start = evening.begin(Blow.DIE, moment, settings).end();
		assertThat(start.killed()).as(start.said()).isTrue();
		return evening.unexplained();
	}

	/**
	 * Which of the mails of a night it is, in the order in which one connection sends.
	 */
	private static int firstSentAgain(Undisturbed undisturbed) {
		List<NoticeCode> sent = undisturbed.outcome()
			.left()
			.rows()
			.getOrDefault("notice", List.of())
			.stream()
			.filter((row) -> row.contains("|SENT|-|%1$s|%1$s|%1$s|".formatted(SmallNight.D)))
			.map((row) -> NoticeCode.valueOf(row.split("\\|")[2]))
			.toList();
		return 1 + IntStream.range(0, sent.size())
			.filter((number) -> sent.get(number).inDoubt() == NoticeCode.Doubt.RESEND)
			.findFirst()
			.orElseThrow();
	}

	/** All that the harness finds wrong with such a night. */
	List<String> judge(SmallNight small, Undisturbed undisturbed) throws Exception {
		try (Evening evening = small.evening()) {
			List<String> wrong = new ArrayList<>(this.deed.to(evening, undisturbed));
			try {
				evening.finish(this.what);
			}
			catch (AssertionError ex) {
				wrong.add(String.valueOf(ex.getMessage()));
				return wrong;
			}
			wrong.addAll(evening.outcome().differencesFrom(undisturbed.outcome()));
			if (evening.outcome().doubts().size() > SmallNight.CONNECTIONS) {
				wrong.add("too many mails in doubt: " + evening.outcome().doubts());
			}
			return wrong;
		}
	}

	/** Something that happens. */
	interface Deed {

		List<String> to(Evening evening, Undisturbed undisturbed) throws Exception;

	}

}
