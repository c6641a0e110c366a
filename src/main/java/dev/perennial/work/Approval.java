package dev.perennial.work;

/**
 * Answers the questions of a night.
 */
public interface Approval {

	/**
	 * Returns when the step may go on.
	 * @param count how many charges, mails or violations
	 * @throws ApprovalMissing when a person has to say so first; the run then ends, and
	 * asks again when it is started again
	 */
	void ask(Run run, Question question, long count);

}
