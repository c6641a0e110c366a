package dev.perennial.mail;

import java.time.Duration;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Where the mail server is and how we talk to it: what {@code spring.mail.*} says, with
 * an end to every waiting.
 */
public final class MailServer {

	private final JavaMailSenderImpl configured;

	private final MailSettings.Timeouts timeouts;

	/**
	 * Takes host, port, user, password, TLS and properties from Spring Boot.
	 * @param configured what Spring Boot made of {@code spring.mail.*}
	 * @param timeouts ours, where {@code spring.mail.properties} says nothing
	 * @throws IllegalArgumentException if {@code spring.mail.properties} asks to wait for
	 * ever
	 */
	public MailServer(JavaMailSenderImpl configured, MailSettings.Timeouts timeouts) {
		this.configured = configured;
		this.timeouts = new MailSettings.Timeouts(finite("connectiontimeout", timeouts.connect()),
				finite("timeout", timeouts.answer()), finite("writetimeout", timeouts.write()), timeouts.dot());
	}

	private Duration finite(String key, Duration ours) {
		String given = this.configured.getJavaMailProperties().getProperty(prefix() + key);
		if (given == null) {
			return ours;
		}
		if (!given.matches("[1-9][0-9]{0,6}")) {
			throw new IllegalArgumentException(
					"spring.mail.properties[%s%s] is '%s', expected milliseconds above 0: without an end a silent server holds the night"
						.formatted(prefix(), key, given));
		}
		return Duration.ofMillis(Long.parseLong(given));
	}

	String protocol() {
		String protocol = this.configured.getProtocol();
		return (protocol != null) ? protocol : "smtp";
	}

	MailSettings.Timeouts timeouts() {
		return this.timeouts;
	}

	/** Where it is, for people. */
	String address() {
		return "%s:%d".formatted(this.configured.getHost(), this.configured.getPort());
	}

	/** A dialogue of its own session, because a session has one socket factory. */
	SmtpDialogue dialogue(DotKeeper dots) {
		DialogueSockets sockets = new DialogueSockets();
		return new SmtpDialogue(this, Session.getInstance(properties(sockets)), dots, sockets);
	}

	void connect(SmtpDialogue dialogue) throws MessagingException {
		dialogue.connect(this.configured.getHost(), this.configured.getPort(), orNull(this.configured.getUsername()),
				orNull(this.configured.getPassword()));
	}

	private Properties properties(DialogueSockets sockets) {
		Properties properties = new Properties();
		properties.putAll(this.configured.getJavaMailProperties());
		put(properties, "connectiontimeout", this.timeouts.connect().toMillis());
		put(properties, "timeout", this.timeouts.answer().toMillis());
		put(properties, "writetimeout", this.timeouts.write().toMillis());
		put(properties, "userset", true);
		// BDAT has no final dot, and the two others throw although the mail was sent.
		put(properties, "chunksize", -1);
		put(properties, "sendpartial", false);
		put(properties, "reportsuccess", false);
		if (!properties.containsKey(prefix() + "socks.host")) {
			properties.putIfAbsent(prefix() + "socketFactory", sockets);
			// Else a refused connection is tried a second time without the factory.
			put(properties, "socketFactory.fallback", false);
		}
		return properties;
	}

	private void put(Properties properties, String key, Object value) {
		properties.setProperty(prefix() + key, value.toString());
	}

	private String prefix() {
		return "mail." + protocol() + ".";
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
