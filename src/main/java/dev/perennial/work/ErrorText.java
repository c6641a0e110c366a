package dev.perennial.work;

import java.util.regex.Pattern;

import org.springframework.core.NestedExceptionUtils;

/**
 * An error as one line that may be stored and shown: no stack trace, and nothing that
 * looks like a gateway token or a card number (rules 11.9).
 */
public final class ErrorText {

	private static final int LONGEST = 1000;

	/** The columns card_token and card_expires are none: the ids of cards have digits. */
	private static final Pattern SECRET = Pattern
		.compile("\\b(?:pm|tok|src|seti|sk|rk)_\\w+|\\bcard_(?=\\w*\\d)\\w+|\\b\\d(?:[ -]?\\d){12,18}\\b");

	private ErrorText() {
	}

	/** The line of a failure: what it is, and what its first cause says. */
	public static String of(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		String message = cause.getMessage();
		String name = failure.getClass().getSimpleName();
		return line((message == null) ? name : name + ": " + message);
	}

	public static String line(String text) {
		String line = SECRET.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("***");
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) : line;
	}

}
