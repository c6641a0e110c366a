package dev.perennial.night;

/**
 * The request cannot be run as it stands; nothing was done. Its message is one line that
 * says what was wrong, what was expected and what to do.
 */
public class NotStarted extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotStarted(String message) {
		super(message);
	}

}
