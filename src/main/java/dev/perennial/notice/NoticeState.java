package dev.perennial.notice;

/** The states of a notice (rules 8.3). */
public enum NoticeState {

	PLANNED,

	/** Committed before the dialogue with the mail server. */
	SENDING, SENT,

	/** Refused for now; tried again inside its days. */
	FAILED_TEMP,

	/** Refused for good, or there is no address; a person must look. */
	FAILED_PERM,

	/** Perhaps accepted: nobody knows (rules 8.4). */
	AMBIGUOUS,

	/** Not true any more when it was to be sent. */
	SUPPRESSED,

	/** Its days passed. */
	MISSED;

	/** Whether it is still to be sent. */
	public boolean isToSend() {
		return this == PLANNED || this == SENDING || this == FAILED_TEMP;
	}

}
