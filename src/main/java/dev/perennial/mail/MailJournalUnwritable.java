package dev.perennial.mail;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The journal cannot take down what is about to go out; the mail in hand went nowhere.
 */
public class MailJournalUnwritable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MailJournalUnwritable(Path folder, IOException cause) {
		super("the mail journal cannot be written in %s (mail.journal): %s. Expected a folder with room on a disk of this machine; start again when there is one, the mails are kept"
			.formatted(folder.toAbsolutePath(), cause.getMessage()), cause);
	}

}
