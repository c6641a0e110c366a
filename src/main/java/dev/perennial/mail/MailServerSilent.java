package dev.perennial.mail;

/**
 * So many dialogues in a row came to no answer, on whatever connection, that the mail
 * server is down; the mail in hand was not begun.
 */
public class MailServerSilent extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MailServerSilent(String server, int dialogues, String last) {
		super("the mail server %s (spring.mail.host, spring.mail.port) gave no answer %d times in a row (mail.give-up-after), the last time: %s. Expected a server that takes mail; start again when there is one, the mails are kept"
			.formatted(server, dialogues, last));
	}

}
