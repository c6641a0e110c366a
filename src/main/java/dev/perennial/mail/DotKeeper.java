package dev.perennial.mail;

import java.io.IOException;

/**
 * What stands before each final dot: it is taken down, and whoever sends still has the
 * right to.
 *
 * @param journal where it is taken down
 * @param right asked before each dialogue, and once more before its dot; throws when
 * nothing may be sent any more
 */
record DotKeeper(DeliveryJournal journal, Runnable right) {

	void requireRight() {
		this.right.run();
	}

	/**
	 * The dot may go out. It is taken down before the right is asked for: whoever is
	 * frozen behind the question has told its successor of this dot.
	 * @throws MailJournalUnwritable if it could not be taken down
	 * @throws RuntimeException if nothing may be sent any more
	 */
	void take(Outgoing mail) throws IOException {
		this.journal.dot(mail.noticeId(), mail.recipient());
		try {
			requireRight();
		}
		catch (RuntimeException ex) {
			this.journal.refused(mail.noticeId());
			throw ex;
		}
	}

	void answered(Outgoing mail, boolean accepted) throws IOException {
		if (accepted) {
			this.journal.accepted(mail.noticeId());
		}
		else {
			this.journal.refused(mail.noticeId());
		}
	}

}
