package dev.perennial.mail;

import java.util.Locale;

/**
 * One mail, complete: whoever sends it again sends the same (rules 8.4).
 *
 * @param noticeId names it in the journal: letters, digits, {@code .}, {@code _},
 * {@code -}
 * @param messageId the Message-ID with its angle brackets
 * @param recipient one address, see {@link MailAddress}
 * @param locale the language of the text
 * @param subject the subject; line breaks in it become blanks
 * @param text the plain text
 * @param html the same as HTML
 */
public record Outgoing(String noticeId, String messageId, String recipient, Locale locale, String subject, String text,
		String html) {

	public Outgoing {
		if (!noticeId.matches("[A-Za-z0-9._-]{1,64}")) {
			throw new IllegalArgumentException("'%s' is not a notice id such as 1f0c2b7a99e4d3c8".formatted(noticeId));
		}
		if (!messageId.matches("<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>")) {
			throw new IllegalArgumentException(
					"'%s' is not a Message-ID such as <1f0c2b7a99e4d3c8@example.com>".formatted(messageId));
		}
		subject = OneLine.of(subject);
	}

}
