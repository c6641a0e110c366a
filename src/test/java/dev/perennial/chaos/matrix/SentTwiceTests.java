package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mail that nobody knows of is sent once more where its code says so, and never a third
 * time, whatever happens meanwhile (rules 8.4). RENEWAL_NOTICE is such a code.
 */
@Tag("verify")
@Tag("mysql")
class SentTwiceTests {

	/** Of {@code TERM:NOTICE1-20250805|RENEWAL_NOTICE|PARTNER} (rules 11.8). */
	private static final String NOTICE = "69e34b6977516337";

	/** So that the first dialogue and the one after the doubt are on one wire. */
	private static final String ONE_CONNECTION = "--mail.connections=1";

	private final CompletableFuture<Victim> victim = new CompletableFuture<>();

	private final CountDownLatch signalled = new CountDownLatch(1);

	@TempDir
	Path folder;

	/** The successor has sent it: the dialogue after the doubt is not begun. */
	@Test
	void isNotSentAgainByAProcessThatWasFrozenInItsDoubt() throws Exception {
		OneMail fault = new OneMail(NOTICE, List.of(lostAfter("STOP")));
		try (FaultyNights nights = new FaultyNights(this.folder, "frozen in a doubt about a mail, taken over, thawed");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(fault)) {
			begin(evening, wire, FaultyNights.SHORT_WAIT);
			assertThat(this.signalled.await(600, TimeUnit.SECONDS)).as("frozen at the dot").isTrue();
			Start successor = evening.takeOver(0, FaultyNights.SHORT_WAIT);
			assertThat(successor.done()).as(successor.said()).isTrue();
			this.victim.join().send("CONT");
			Start zombie = this.victim.join().end();
			assertThat(copies(evening)).as(zombie.said()).isEqualTo(2);
			assertThat(dialogues(evening)).containsExactly("NOTICE1@partner.example DOUBTFUL",
					"NOTICE1@partner.example ACCEPTED");
			nights.compare(evening, 1, "frozen at the lost answer to a dot");
			nights.complete();
		}
	}

	/** Two dots without an answer may be two mails: a third is for a person to send. */
	@Test
	void isNotSentAgainAfterAKillInTheDialogueAfterTheDoubt() throws Exception {
		OneMail fault = new OneMail(NOTICE, List.of(Fault.LOSE_ANSWER, lostAfter("KILL")));
		try (FaultyNights nights = new FaultyNights(this.folder, "killed in the dialogue after a doubt about a mail");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(fault)) {
			begin(evening, wire, SmallNight.SURE_OF_ITS_LEASE);
			Start killed = this.victim.join().end();
			assertThat(fault.left()).as(killed.said()).isZero();
			Start next = evening.takeOver(0);
			assertThat(next.exit()).as("a person should look: " + next.said()).isEqualTo(3);
			assertThat(copies(evening)).isEqualTo(2);
			assertThat(dialogues(evening)).containsExactly("NOTICE1@partner.example DOUBTFUL",
					"NOTICE1@partner.example DOUBTFUL");
			assertThat(state(evening)).isEqualTo("AMBIGUOUS");
			nights.judged(evening, 1, "killed in the dialogue after a doubt");
			nights.complete();
		}
	}

	/** The doubt that is stored is not counted again by who finds the claim after it. */
	@Test
	void isSentAgainAfterAKillBeforeItsDotWhereOneDoubtIsStored() throws Exception {
		OneMail fault = new OneMail(NOTICE, List.of(Fault.LOSE_ANSWER, Fault.answerAndCut("451 4.3.0 later\r\n")));
		AtomicInteger later = new AtomicInteger();
		Fault.Act killAtTheSecond = (said, onward, back) -> {
			// The first is another mail to the same address.
			if (later.incrementAndGet() == 2) {
				this.victim.join().send("KILL");
				return false;
			}
			return Fault.PASS.on(said, onward, back);
		};
		try (FaultyNights nights = new FaultyNights(this.folder,
				"killed before the dot of a mail after a stored doubt");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port())
					.with((said) -> (fault.left() == 0 && said.startsWith("RCPT TO:<NOTICE1@")) ? killAtTheSecond
							: fault.asked(said))) {
			begin(evening, wire, SmallNight.SURE_OF_ITS_LEASE);
			Start killed = this.victim.join().end();
			assertThat(dialogues(evening)).as(killed.said())
				.containsExactly("NOTICE1@partner.example DOUBTFUL", "NOTICE1@partner.example REFUSED_TEMP");
			assertThat(state(evening)).isEqualTo("SENDING");
			evening.finish("killed before the dot of a mail after a stored doubt");
			assertThat(dialogues(evening)).containsExactly("NOTICE1@partner.example DOUBTFUL",
					"NOTICE1@partner.example REFUSED_TEMP", "NOTICE1@partner.example ACCEPTED");
			assertThat(copies(evening)).isEqualTo(2);
			nights.judged(evening, 1, "killed before the dot of a mail after a stored doubt");
			nights.complete();
		}
	}

	/** Who looks for the mail is told where to. */
	@Test
	void isLookedForAtTheAddressOfItsDialogue() throws Exception {
		OneMail fault = new OneMail(NOTICE,
				List.of(Fault.answerAndCut("550 5.1.1 no such user\r\n"), lostAfter("KILL")));
		try (FaultyNights nights = new FaultyNights(this.folder, "killed in the dialogue with a backup address");
				Evening evening = nights.evening();
				Wire wire = new Wire(evening.servers().mailbox().port()).with(fault)) {
			FaultyNights.execute(evening,
					"UPDATE partner SET backup_email = 'backup@partner.example' WHERE partner_id = 'PNOTICE1'");
			begin(evening, wire, SmallNight.SURE_OF_ITS_LEASE);
			Start killed = this.victim.join().end();
			assertThat(fault.left()).as(killed.said()).isZero();
			evening.finish("killed in the dialogue with a backup address");
			assertThat(dialogues(evening)).containsExactly("backup@partner.example DOUBTFUL",
					"NOTICE1@partner.example ACCEPTED");
			nights.judged(evening, 1, "killed in the dialogue with a backup address");
			nights.complete();
		}
	}

	/**
	 * @param settings what it should have besides
	 */
	private void begin(Evening evening, Wire wire, String settings) throws Exception {
		this.victim.complete(Victim.begin(evening, ONE_CONNECTION, settings, "--spring.mail.port=" + wire.port()));
	}

	/** The server takes the mail, the process gets a signal, and never an answer. */
	private Fault.Act lostAfter(String signal) {
		return Fault.onAnswer((said, onward, back) -> {
			this.victim.join().send(signal);
			this.signalled.countDown();
			return false;
		});
	}

	private static long copies(Evening evening) throws Exception {
		return evening.outcome()
			.doubts()
			.stream()
			.filter((doubt) -> doubt.notice().equals(NOTICE))
			.findFirst()
			.orElseThrow()
			.accepted();
	}

	private static String state(Evening evening) {
		return FaultyNights.texts(evening, "SELECT state FROM notice WHERE notice_id = '%s'".formatted(NOTICE)).get(0);
	}

	private static List<String> dialogues(Evening evening) {
		return FaultyNights.texts(evening, "SELECT CONCAT(recipient, ' ', result) FROM mail_delivery "
				+ "WHERE notice_id = '%s' ORDER BY try_no".formatted(NOTICE));
	}

}
