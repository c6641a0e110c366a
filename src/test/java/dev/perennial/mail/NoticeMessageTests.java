package dev.perennial.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.perennial.demo.Mailbox;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NoticeMessageTests {

	@TempDir
	Path folder;

	private Mailbox mailbox;

	private DeliveryJournal journal;

	private MailConnections connections;

	@BeforeEach
	void start() throws IOException {
		this.mailbox = new Mailbox(0, this.folder.resolve("mails"));
		this.journal = new DeliveryJournal(this.folder.resolve("journal"), MailFixture.CLOCK);
		this.connections = MailFixture.connections(this.mailbox.port(), MailFixture.settings(this.folder, 1),
				this.journal);
	}

	@AfterEach
	void stop() throws IOException {
		this.connections.close();
		this.journal.close();
		this.mailbox.close();
	}

	private MailFile caught(Outgoing mail) {
		assertThat(this.connections.send(mail)).isInstanceOf(Delivery.Accepted.class);
		return this.mailbox.messages().get(this.mailbox.messages().size() - 1);
	}

	@Test
	void carriesTextAndHtmlInAnyScript() {
		MailFile mail = caught(
				new Outgoing("n1", "<n1@perennial.example>", "anna@почта.рф", Locale.forLanguageTag("ru"),
						"Ваше членство — 更新 Müller", "Уважаемая Анна,\n株式会社 grüßt.\n", "<p>Уважаемая <b>Анна</b></p>"));
		assertThat(mail.messageId()).isEqualTo("<n1@perennial.example>");
		assertThat(mail.to()).isEqualTo("anna@xn--80a1acny.xn--p1ai");
		assertThat(mail.subject()).isEqualTo("Ваше членство — 更新 Müller");
		assertThat(mail.text()).isEqualToNormalizingNewlines("Уважаемая Анна,\n株式会社 grüßt.\n");
		assertThat(mail.html()).isEqualTo("<p>Уважаемая <b>Анна</b></p>");
	}

	@Test
	void lineBreaksInASubjectBecomeBlanks() {
		MailFile mail = caught(MailFixture.mail("n1", "Hello\r\nBcc: evil@example.com\r\n\r\nbody\u0000\u2028x", "t"));
		assertThat(mail.subject()).isEqualTo("Hello Bcc: evil@example.com body x");
		assertThat(mail.text()).isEqualTo("t");
	}

	@Test
	void addressWithALineBreakIsRefusedBeforeAnyDialogue() {
		Outgoing mail = new Outgoing("n1", "<n1@perennial.example>", "anna@example.com\r\nDATA", Locale.ENGLISH, "s",
				"t", "h");
		assertThat(this.connections.send(mail)).isInstanceOf(Delivery.RefusedPermanently.class);
		assertThat(this.mailbox.messages()).isEmpty();
	}

	/** SMTP smuggling: a text that contains the end of a mail stays one mail. */
	@Test
	void textThatLooksLikeTheEndOfAMailIsJustText() {
		String text = "one\r\n.\r\nMAIL FROM:<x@example.com>\n.\nRCPT TO:<y@example.com>\r.\r..end\n";
		MailFile mail = caught(MailFixture.mail("n1", "Dots", text));
		assertThat(mail.text().lines()).containsSequence("one", ".", "MAIL FROM:<x@example.com>", ".");
		assertThat(this.mailbox.messages()).hasSize(1);
	}

	@Test
	void identitiesThatCouldBreakAHeaderOrTheJournalAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> MailFixture.mail("n1\n250 n2"));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new Outgoing("n1", "<n1@example.com>\r\nX: y", "a@example.com", Locale.ENGLISH, "s", "t", "h"));
	}

	@Test
	void talksTlsFromTheFirstByteWhereTheServerDoes() throws IOException, MessagingException {
		GreenMail tls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
		tls.start();
		JavaMailSenderImpl sender = MailFixture.sender(tls.getSmtps().getPort());
		sender.setProtocol("smtps");
		Properties trust = new Properties();
		trust.setProperty("mail.smtps.ssl.trust", "*");
		trust.setProperty("mail.smtps.ssl.checkserveridentity", "false");
		sender.setJavaMailProperties(trust);
		MailSettings settings = MailFixture.settings(this.folder, 1);
		try (MailConnections secure = new MailConnections(settings, new MailServer(sender, settings.timeouts()),
				this.journal, MailFixture.CLOCK, () -> {
				})) {
			assertThat(secure.send(MailFixture.mail("n1"))).isInstanceOf(Delivery.Accepted.class);
			MimeMessage received = tls.getReceivedMessages()[0];
			assertThat(received.getMessageID()).isEqualTo("<n1@perennial.example>");
			assertThat(received.getFrom()).extracting(Address::toString)
				.containsExactly("Perennial <renewals@perennial.example>");
			assertThat(received.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 03:00:00 +0000 (UTC)");
		}
		finally {
			tls.stop();
		}
	}

}
