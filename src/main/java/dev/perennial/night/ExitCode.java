package dev.perennial.night;

/**
 * What the program says to whoever started it.
 */
public enum ExitCode {

	/** Done, or done before. */
	DONE(0),

	/**
	 * A job failed or was stopped, or a check found a violation; the night is not closed.
	 */
	FAILED(1),

	/** Not started: wrong argument, wrong setting, wrong file. */
	NOT_STARTED(2),

	/** Done, but a person should look. */
	LOOK(3),

	/** Another living process runs a night. */
	TAKEN(4),

	/** Waits for approval. */
	WAITS(5);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	public int code() {
		return this.code;
	}

}
