package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.matrix.Strikes.Strike;
import dev.perennial.testing.NightLeft;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mail server that refuses, hangs, hangs up, or takes a mail and does not say so: money
 * and dates do not notice, and neither do the other mails (rules 8.3, 8.4).
 */
@Tag("verify")
@Tag("mysql")
class MailServerFaultTests {

	private static final Fault.Act LATER = Fault.answer("451 4.3.0 later\r\n");

	private static final Fault.Act NEVER = Fault.answer("550 5.1.1 no such user\r\n");

	private static final int SOME = 3;

	private static final String[] IMPATIENT = { "--mail.timeouts.answer=2s", "--mail.timeouts.dot=2s" };

	@TempDir
	Path folder;

	@Test
	void sendsInTheSameNightWhatWasNotTakenAtFirst() throws Exception {
		Strikes strikes = new Strikes(List.of(Strike.at("MAIL FROM", LATER), Strike.at("RCPT TO", Fault.CUT),
				Strike.at("DATA", LATER), Strike.atTheDot(Fault.answerAndCut("421 4.3.2 shutting down\r\n")),
				Strike.at("RCPT TO", Fault.SWALLOW)));
		try (FaultyNights nights = new FaultyNights(this.folder, "mail server refuses for now, hangs, hangs up");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(strikes)) {
			Start start = evening.begin(0, settings(wire)).end();
			assertThat(start.done()).as(start.said()).isTrue();
			assertThat(strikes.left()).isZero();
			List<String> refused = FaultyNights.texts(evening,
					"SELECT DISTINCT notice_id FROM mail_delivery WHERE result = 'REFUSED_TEMP'");
			assertThat(refused).as("one a fault, or two that met the same mail").hasSizeBetween(3, 5);
			assertThat(states(evening, refused)).containsOnly("SENT");
			assertSameBut(evening, nights, Set.copyOf(refused));
			assertThat(evening.outcome().left().mails()).as("each once")
				.isEqualTo(nights.undisturbed().outcome().left().mails());
			nights.judged(evening, 0, "refused for now");
			nights.complete();
		}
	}

	@Test
	void givesUpTheRefusedAloneAndDoubtsTheUnansweredAlone() throws Exception {
		Strikes strikes = new Strikes(List.of(Strike.at("MAIL FROM", NEVER), Strike.at("RCPT TO", NEVER),
				Strike.at("DATA", NEVER), Strike.atTheDot(Fault.LOSE_ANSWER), Strike.atTheDot(Fault.SWALLOW)));
		try (FaultyNights nights = new FaultyNights(this.folder,
				"mail server refuses for good, leaves the dot unanswered");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(strikes)) {
			Start start = evening.begin(0, settings(wire)).end();
			assertThat(start.exit()).as("a person should look: " + start.said()).isEqualTo(3);
			assertThat(strikes.left()).isZero();
			List<String> refused = FaultyNights.texts(evening,
					"SELECT notice_id FROM mail_delivery WHERE result = 'REFUSED_PERM'");
			List<String> doubted = FaultyNights.texts(evening,
					"SELECT DISTINCT notice_id FROM mail_delivery WHERE result = 'DOUBTFUL'");
			assertThat(refused).hasSize(3).doesNotHaveDuplicates();
			assertThat(states(evening, refused)).containsOnly("FAILED_PERM");
			assertThat(doubted).hasSize(2);
			assertThat(states(evening, doubted)).isSubsetOf("SENT", "AMBIGUOUS");
			Set<String> touched = new TreeSet<>(refused);
			touched.addAll(doubted);
			assertSameBut(evening, nights, touched);
			nights.judged(evening, 2, "two dots left unanswered");
			nights.complete();
		}
	}

	/** Rules 8.3, 8.4: a doubt only after the dot, and given up only what is refused. */
	@Test
	void doubtsOnlyAfterTheDotWhateverHappensAtWhichCommand() throws Exception {
		List<DialogueFault> all = DialogueFault.all();
		try (FaultyNights nights = new FaultyNights(this.folder, "mail server fails once, at each command")) {
			for (int number : nights.numbers(all.size(), SOME)) {
				atOnePoint(all.get(number - 1), nights);
			}
			nights.complete();
		}
	}

	private static void atOnePoint(DialogueFault fault, FaultyNights nights) throws Exception {
		DialogueFault.Striking strikes = fault.strikes();
		try (Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(strikes)) {
			Start start = evening.begin(0, settings(wire)).end();
			assertThat(start.done()).as("%s: %s", fault, start.said()).isTrue();
			assertThat(strikes.left()).as("%s: %s", fault, start.said()).isZero();
			List<String> touched = FaultyNights.texts(evening,
					"SELECT DISTINCT notice_id FROM mail_delivery WHERE result <> 'ACCEPTED'");
			List<String> doubted = FaultyNights.texts(evening,
					"SELECT DISTINCT notice_id FROM mail_delivery WHERE result = 'DOUBTFUL'");
			assertThat(doubted).as("in doubt, %s", fault)
				.hasSizeBetween(fault.doubted() ? 1 : 0, fault.mayBeDoubted() ? 1 : 0);
			assertThat(FaultyNights.texts(evening, "SELECT notice_id FROM notice WHERE state = 'FAILED_PERM'"))
				.as("given up, %s", fault)
				.hasSize(fault.givenUp() ? 1 : 0);
			assertSameBut(evening, nights, Set.copyOf(touched));
			if (doubted.isEmpty() && !fault.givenUp()) {
				assertThat(evening.outcome().left().mails()).as("each once, %s", fault)
					.isEqualTo(nights.undisturbed().outcome().left().mails());
			}
			nights.judged(evening, fault.mayBeDoubted() ? 1 : 0, fault.toString());
		}
	}

	private static void assertSameBut(Evening evening, FaultyNights nights, Set<String> notices) throws Exception {
		NightLeft expected = nights.undisturbed().outcome().left().without(notices);
		assertThat(evening.outcome().left().without(notices).differencesFrom(expected))
			// It has the number of mails, those that are tried again among them.
			.allMatch((difference) -> difference.startsWith("night: "));
		assertThat(evening.outcome().books()).isEqualTo(nights.undisturbed().outcome().books());
	}

	private static String[] settings(Wire wire) {
		return new String[] { "--spring.mail.port=" + wire.port(), IMPATIENT[0], IMPATIENT[1] };
	}

	private static List<String> states(Evening evening, List<String> notices) {
		return evening.database()
			.ownerJdbc()
			.sql("SELECT state FROM notice WHERE notice_id IN (:notices)")
			.param("notices", notices)
			.query(String.class)
			.list();
	}

}
