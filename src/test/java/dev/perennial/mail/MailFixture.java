package dev.perennial.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The connections of one test.
 */
final class MailFixture {

	static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

	private MailFixture() {
	}

	static MailSettings settings(Path folder, int connections) {
		return settings(folder, connections, Duration.ofSeconds(10), Duration.ofSeconds(20));
	}

	static MailSettings settings(Path folder, int connections, Duration answer, Duration dot) {
		return new MailSettings("Perennial <renewals@perennial.example>", connections, folder,
				new MailSettings.Timeouts(Duration.ofSeconds(10), answer, answer, dot), 10);
	}

	/** Has a port on which nobody listens, which nobody else can take. */
	static Socket nobody() throws IOException {
		Socket nobody = new Socket();
		nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		return nobody;
	}

	static JavaMailSenderImpl sender(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.setJavaMailProperties(new Properties());
		return sender;
	}

	static MailConnections connections(int port, MailSettings settings, DeliveryJournal journal) {
		return connections(port, settings, journal, () -> {
		});
	}

	static MailConnections connections(int port, MailSettings settings, DeliveryJournal journal, Runnable right) {
		return new MailConnections(settings, new MailServer(sender(port), settings.timeouts()), journal, CLOCK, right);
	}

	static Outgoing mail(String noticeId) {
		return mail(noticeId, "Your membership", "Dear partner,\n\nall is well.\n");
	}

	static Outgoing mail(String noticeId, String subject, String text) {
		return new Outgoing(noticeId, "<" + noticeId + "@perennial.example>", "anna@partner.example", Locale.ENGLISH,
				subject, text, "<p>all is well</p>");
	}

}
