package dev.perennial.mail;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site decides about mail; the server itself is {@code spring.mail.*}.
 *
 * @param from the sender, {@code renewals@example.com} or
 * {@code Perennial <renewals@example.com>}
 * @param connections how many connections to the mail server are kept busy
 * @param journal the folder of the delivery journals, on a disk of this machine
 * @param timeouts how long to wait for the mail server
 * @param giveUpAfter dialogues without an answer in a row, over all connections, after
 * which the mail server counts as down
 */
@ConfigurationProperties(prefix = "mail", ignoreUnknownFields = false)
public record MailSettings(@DefaultValue("Perennial <perennial@localhost>") String from,
		@DefaultValue("4") int connections, @DefaultValue("mail-journal") Path journal, @DefaultValue Timeouts timeouts,
		@DefaultValue("10") int giveUpAfter) {

	public MailSettings {
		sender(from);
		if (connections < 1 || connections > 100) {
			throw new IllegalArgumentException("mail.connections is %d, expected 1 to 100".formatted(connections));
		}
		if (giveUpAfter < 1) {
			throw new IllegalArgumentException("mail.give-up-after is %d, expected 1 or more".formatted(giveUpAfter));
		}
	}

	/**
	 * The Message-ID of a notice, the same however often it is sent (rules 8.4).
	 * @param noticeId the notice
	 * @return {@code <noticeId@domain>} with the domain of {@code mail.from}
	 */
	public String messageId(String noticeId) {
		String address = sender().getAddress();
		return "<" + noticeId + address.substring(address.lastIndexOf('@')) + ">";
	}

	InternetAddress sender() {
		return sender(this.from);
	}

	private static InternetAddress sender(String from) {
		try {
			InternetAddress[] parsed = InternetAddress.parse(from, true);
			if (parsed.length == 1 && from.equals(OneLine.of(from))
					&& parsed[0].getAddress().matches("[^@\\s\"]+@[A-Za-z0-9.-]+")) {
				return parsed[0];
			}
		}
		catch (AddressException ex) {
			// falls through to the one message for all that is wrong with it
		}
		throw new IllegalArgumentException(
				"mail.from is '%s', expected one address such as Perennial <renewals@example.com>".formatted(from));
	}

	/**
	 * How long to wait; Jakarta Mail would wait for ever.
	 *
	 * @param connect for the connection
	 * @param answer for each answer before the final dot
	 * @param write for the network to take what we write
	 * @param dot for the answer to the final dot: whoever gives up here does not know
	 * whether the mail was sent, so this is the ten minutes of RFC 5321, 4.5.3.2.6
	 */
	public record Timeouts(@DefaultValue("10s") Duration connect, @DefaultValue("60s") Duration answer,
			@DefaultValue("60s") Duration write, @DefaultValue("10m") Duration dot) {

		public Timeouts {
			positive("connect", connect);
			positive("answer", answer);
			positive("write", write);
			positive("dot", dot);
		}

		private static void positive(String name, Duration timeout) {
			if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
				throw new IllegalArgumentException(
						"mail.timeouts.%s is %s, expected more than zero and at most an hour, such as 30s"
							.formatted(name, timeout));
			}
		}

	}

}
