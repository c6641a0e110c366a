package dev.perennial.job.notices;

import java.util.List;

import dev.perennial.mail.Outgoing;

/**
 * A notice that is SENDING.
 *
 * @param noticeId the notice
 * @param tries how many dialogues it had in earlier runs
 * @param againInDoubt whether it is sent once more when nobody knows if it was accepted
 * @param mails the mail, once for each address in the order in which they are tried
 */
record Mail(String noticeId, int tries, boolean againInDoubt, List<Outgoing> mails) {

	Mail {
		mails = List.copyOf(mails);
	}

}
