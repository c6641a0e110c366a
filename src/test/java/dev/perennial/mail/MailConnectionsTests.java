package dev.perennial.mail;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.perennial.mail.Traces.Fate;
import dev.perennial.mail.ScriptedSmtpServer.Act;
import dev.perennial.mail.ScriptedSmtpServer.At;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MailConnectionsTests {

	@TempDir
	Path folder;

	private ScriptedSmtpServer server;

	private DeliveryJournal journal;

	private MailConnections connections;

	@BeforeEach
	void start() throws IOException {
		this.server = new ScriptedSmtpServer();
		this.journal = new DeliveryJournal(this.folder, MailFixture.CLOCK);
		this.connections = MailFixture.connections(this.server.port(), MailFixture.settings(this.folder, 1),
				this.journal);
	}

	@AfterEach
	void stop() throws IOException {
		this.connections.close();
		this.journal.close();
		this.server.close();
	}

	private void waitAtMost(Duration answer, Duration dot) {
		this.connections.close();
		this.connections = MailFixture.connections(this.server.port(),
				MailFixture.settings(this.folder, 1, answer, dot), this.journal);
	}

	private Delivery send() {
		return this.connections.send(MailFixture.mail("n1"));
	}

	private Fate fate() {
		return this.journal.tracesOf("n1", this.journal.name()).fate();
	}

	@Test
	void acceptsWhatTheServerAccepted() {
		assertThat(send()).isEqualTo(new Delivery.Accepted("250 taken"));
		assertThat(this.server.bodies).hasSize(1);
		assertThat(fate()).isEqualTo(Fate.ACCEPTED);
	}

	@Test
	void carriesManyMailsOverOneConnection() {
		List<Delivery> deliveries = IntStream.range(0, 150)
			.mapToObj((i) -> this.connections.send(MailFixture.mail("n" + i)))
			.toList();
		assertThat(deliveries).allMatch(Delivery.Accepted.class::isInstance);
		assertThat(this.server.bodies).hasSize(150);
		assertThat(this.server.connections()).isEqualTo(1);
	}

	/** Rules 8.3: 4xx is tried again, whatever the command. */
	@ParameterizedTest
	@EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
	void refusalWith4xxIsTemporaryAtEachCommand(At at) {
		this.server.when(at, Act.reply("451 4.3.0 later"));
		assertThat(send()).isEqualTo(new Delivery.RefusedTemporarily("451 4.3.0 later"));
		assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		this.server.wellAgain();
		assertThat(send()).isInstanceOf(Delivery.Accepted.class);
		assertThat(this.server.connections()).isEqualTo(1);
	}

	/** Rules 8.3: 5xx goes to the backup address, then FAILED_PERM. */
	@ParameterizedTest
	@EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
	void refusalWith5xxIsPermanentAtEachCommand(At at) {
		this.server.when(at, Act.reply("550 5.1.1 no such user"));
		assertThat(send()).isEqualTo(new Delivery.RefusedPermanently("550 5.1.1 no such user"));
		assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		this.server.wellAgain();
		assertThat(send()).isInstanceOf(Delivery.Accepted.class);
	}

	/** A refusal stays one when the server hangs up with it (421 does). */
	@ParameterizedTest
	@EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
	void refusalAndHangingUpIsTemporaryAtEachCommand(At at) {
		this.server.when(at, Act.replyAndDrop("421 4.3.2 shutting down\r\n"));
		assertThat(send()).isEqualTo(new Delivery.RefusedTemporarily("421 4.3.2 shutting down"));
		assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		this.server.wellAgain();
		assertThat(send()).isInstanceOf(Delivery.Accepted.class);
	}

	/** Rules 8.4: only who dies between the dot and the answer does not know. */
	@ParameterizedTest
	@EnumSource(names = { "GREETING", "MAIL", "RCPT", "DATA", "DOT" })
	void droppedConnectionIsDoubtfulOnlyAfterTheDot(At at) {
		this.server.when(at, Act.drop());
		Delivery delivery = send();
		if (at == At.DOT) {
			assertThat(delivery).isInstanceOf(Delivery.Doubtful.class);
			assertThat(fate()).isEqualTo(Fate.UNKNOWN);
		}
		else {
			assertThat(delivery).isInstanceOf(Delivery.RefusedTemporarily.class);
			assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
		}
		this.server.wellAgain();
		assertThat(send()).isInstanceOf(Delivery.Accepted.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "GREETING", "MAIL", "RCPT", "DATA", "DOT" })
	void silenceIsDoubtfulOnlyAfterTheDot(At at) {
		this.server.when(at, Act.hang());
		// Short only where the silence is: a busy machine must not look like a silent
		// server.
		waitAtMost((at == At.DOT) ? Duration.ofSeconds(10) : Duration.ofMillis(400), Duration.ofMillis(400));
		Delivery delivery = send();
		assertThat(delivery).isInstanceOf((at == At.DOT) ? Delivery.Doubtful.class : Delivery.RefusedTemporarily.class);
		assertThat(delivery.answer()).contains("SocketTimeoutException");
		assertThat(fate()).isEqualTo((at == At.DOT) ? Fate.UNKNOWN : Fate.NEVER_REACHED_THE_DOT);
	}

	/** Where the machine pauses before the dot, the mail is refused and sent again. */
	@Test
	void waitsLongerForTheAnswerToTheDotThanForOthers() {
		this.server.when(At.DOT, (out) -> {
			Thread.sleep(1300);
			return Act.reply("250 taken at last").on(out);
		});
		waitAtMost(Duration.ofSeconds(1), Duration.ofSeconds(20));
		Delivery delivery = send();
		for (int again = 0; again < 9 && delivery instanceof Delivery.RefusedTemporarily; again++) {
			delivery = send();
		}
		assertThat(delivery).isEqualTo(new Delivery.Accepted("250 taken at last"));
	}

	@Test
	void connectionLostInTheBodyIsNoDoubt() {
		this.server.dropAfterBodyLines(20);
		String longText = "A line that fills the buffers on the way.\n".repeat(400_000);
		Delivery delivery = this.connections.send(MailFixture.mail("n1", "Long", longText));
		assertThat(delivery).isInstanceOf(Delivery.RefusedTemporarily.class);
		assertThat(delivery.answer()).startsWith("lost before the final dot");
		assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
	}

	@Test
	void replySplitInBytesIsTheSameReply() {
		this.server.byteByByte();
		assertThat(send()).isEqualTo(new Delivery.Accepted("250-in two 250 taken"));
	}

	/** Half an answer says nothing: "25" may have become 250 or 251, or noise. */
	@Test
	void tornOrSenselessAnswerToTheDotIsDoubtful() {
		for (String answer : List.of("25", "250-and then", "hello\r\n", "", "999 what\r\n")) {
			this.server.when(At.DOT, Act.replyAndDrop(answer));
			assertThat(send()).as(answer).isInstanceOf(Delivery.Doubtful.class);
		}
	}

	/** A server that cannot be logged in to is no reason to give partners up. */
	@Test
	void refusedSessionIsTemporary() {
		this.server.when(At.GREETING, Act.replyAndDrop("554 5.7.1 go away\r\n"));
		Delivery delivery = send();
		assertThat(delivery).isInstanceOf(Delivery.RefusedTemporarily.class);
		assertThat(delivery.answer()).contains("554 5.7.1 go away");
	}

	/** Rules 11.9; a wrong password, too, is no reason to give partners up. */
	@Test
	void passwordIsInNoAnswer() {
		this.server.when(At.EHLO, Act.reply("250-hello\r\n250 AUTH PLAIN"))
			.when(At.AUTH, Act.reply("535 5.7.8 wrong credentials"));
		JavaMailSenderImpl sender = MailFixture.sender(this.server.port());
		sender.setUsername("perennial");
		sender.setPassword("s3cret-word");
		MailSettings settings = MailFixture.settings(this.folder, 1);
		MailServer mailServer = new MailServer(sender, settings.timeouts());
		try (MailConnections secret = new MailConnections(settings, mailServer, this.journal, MailFixture.CLOCK, () -> {
		})) {
			Delivery delivery = secret.send(MailFixture.mail("n1"));
			assertThat(delivery).isInstanceOf(Delivery.RefusedTemporarily.class);
			assertThat(delivery.answer()).contains("535 5.7.8 wrong credentials");
			assertThat(delivery + " " + mailServer + " " + settings).doesNotContain("s3cret-word");
		}
		assertThat(this.server.commands).anyMatch((command) -> command.startsWith("AUTH PLAIN"));
	}

	@Test
	void noServerIsTemporary() throws IOException {
		try (Socket nobody = MailFixture.nobody();
				MailConnections alone = MailFixture.connections(nobody.getLocalPort(),
						MailFixture.settings(this.folder, 1), this.journal)) {
			assertThat(alone.send(MailFixture.mail("n1"))).isInstanceOf(Delivery.RefusedTemporarily.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "421 idle too long\r\n", "" })
	void reopensAConnectionThatTheServerDroppedBetweenMails(String farewell) {
		send();
		this.server.when(At.MAIL, Act.once(Act.replyAndDrop(farewell)));
		assertThat(send()).isInstanceOf(Delivery.Accepted.class);
		assertThat(this.server.connections()).isEqualTo(2);
		assertThat(this.server.bodies).hasSize(2);
	}

	@Test
	void takesA421ToAFreshConnectionForItsAnswer() {
		this.server.when(At.MAIL, Act.replyAndDrop("421 too busy\r\n"));
		assertThat(send()).isInstanceOf(Delivery.RefusedTemporarily.class)
			.extracting(Delivery::answer)
			.asString()
			.contains("421 too busy");
		assertThat(this.server.connections()).isEqualTo(1);
	}

	@Test
	void sendsEachMailOfAConnectionWithoutAskingForItFirst() {
		send();
		send();
		assertThat(this.server.commands).extracting((command) -> command.substring(0, 4))
			.containsExactly("EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA");
	}

	@Test
	void keepsTheMessageIdHoweverOftenItIsSent() {
		send();
		send();
		assertThat(this.server.bodies).extracting((body) -> ScriptedSmtpServer.header(body, "Message-ID"))
			.containsExactly("<n1@perennial.example>", "<n1@perennial.example>");
	}

	@Test
	void refusesToTalkInsideADatabaseTransaction() {
		MailSettings settings = MailFixture.settings(this.folder, 1);
		MailServer mailServer = new MailServer(MailFixture.sender(this.server.port()), settings.timeouts());
		try (MailConnections guarded = new MailConnections(settings, mailServer, this.journal, MailFixture.CLOCK,
				() -> {
					throw new IllegalStateException("inside a transaction");
				})) {
			assertThatIllegalStateException().isThrownBy(() -> guarded.send(MailFixture.mail("n1")))
				.withMessage("inside a transaction");
		}
		assertThat(this.server.connections()).isZero();
	}

	/** Rules 8.4: another process took over, and may have sent the mail. */
	@Test
	void sendsNoDotWithoutTheRightToSend() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		Runnable right = () -> {
			// Before the mail, before its dialogue, before its dot
			if (asked.incrementAndGet() == 3) {
				throw new IllegalStateException("taken over");
			}
		};
		try (MailConnections guarded = MailFixture.connections(this.server.port(), MailFixture.settings(this.folder, 1),
				this.journal, right)) {
			assertThatIllegalStateException().isThrownBy(() -> guarded.send(MailFixture.mail("n1")))
				.withMessage("taken over");
			assertThat(this.server.commands).contains("DATA");
			assertThat(this.server.bodies).isEmpty();
			assertThat(fate()).isEqualTo(Fate.NEVER_REACHED_THE_DOT);
			assertThat(guarded.send(MailFixture.mail("n1"))).isInstanceOf(Delivery.Accepted.class);
		}
	}

	/** Rules 8.4: each dialogue, also the one over a connection that was dropped. */
	@Test
	void beginsNoDialogueAnewWithoutTheRightToSend() {
		AtomicBoolean ours = new AtomicBoolean(true);
		try (MailConnections guarded = MailFixture.connections(this.server.port(), MailFixture.settings(this.folder, 1),
				this.journal, () -> {
					if (!ours.get()) {
						throw new IllegalStateException("taken over");
					}
				})) {
			guarded.send(MailFixture.mail("n0"));
			this.server.when(At.MAIL, (out) -> {
				ours.set(false);
				return false;
			});
			assertThatIllegalStateException().isThrownBy(() -> guarded.send(MailFixture.mail("n1")))
				.withMessage("taken over");
		}
		assertThat(this.server.commands).filteredOn((command) -> command.startsWith("MAIL")).hasSize(2);
		assertThat(this.server.bodies).hasSize(1);
	}

	/** A dot that is not in the journal would look, after a kill, like no dot at all. */
	@Test
	void sendsNothingThatTheJournalCannotTakeDown() throws IOException {
		this.journal.name();
		this.journal.close();
		assertThatExceptionOfType(MailJournalUnwritable.class).isThrownBy(this::send)
			.withMessageContaining("mail.journal");
		assertThat(this.server.bodies).isEmpty();
	}

}
