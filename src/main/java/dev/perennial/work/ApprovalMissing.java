package dev.perennial.work;

/**
 * A person has to approve before the run can go on.
 */
public class ApprovalMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Question question;

	public ApprovalMissing(Question question, String message) {
		super(message);
		this.question = question;
	}

	public Question question() {
		return this.question;
	}

}
