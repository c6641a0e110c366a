package dev.perennial.job.notices;

import java.util.List;

import dev.perennial.mail.Outgoing;
import dev.perennial.notice.NoticeCode.Doubt;

/**
 * A notice that is SENDING.
 *
 * @param noticeId the notice
 * @param tries how many dialogues it had in earlier runs
 * @param doubt what happens when nobody knows whether it was accepted
 * @param mails the mail, once for each address in the order in which they are tried
 */
record Mail(String noticeId, int tries, Doubt doubt, List<Outgoing> mails) {

	Mail {
		mails = List.copyOf(mails);
	}

}
