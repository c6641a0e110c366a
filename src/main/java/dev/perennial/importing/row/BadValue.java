package dev.perennial.importing.row;

/**
 * A value of a file is not what its column takes; the message says what was expected and
 * shows no secret.
 */
final class BadValue extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BadValue(String reason) {
		super(reason, null, false, false);
	}

}
