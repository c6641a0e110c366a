package dev.perennial.mail;

import java.util.regex.Pattern;

/**
 * Data that must stay on its line: nothing from outside may begin a header, a paragraph
 * or a log line of its own.
 */
public final class OneLine {

	/** Controls, line and paragraph separators, and what turns the reading direction. */
	private static final Pattern BREAKS = Pattern
		.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\s]+");

	private OneLine() {
	}

	/**
	 * Puts one blank in place of every run of blanks, line breaks and controls.
	 * @param text text from outside
	 * @return the text on one line
	 */
	public static String of(String text) {
		return isPlain(text) ? text.strip() : BREAKS.matcher(text).replaceAll(" ").strip();
	}

	/** Most texts have nothing to be replaced, which is seen faster than by a pattern. */
	private static boolean isPlain(String text) {
		char before = 'x';
		for (int i = 0; i < text.length(); i++) {
			char each = text.charAt(i);
			boolean plain = (each > ' ' && each < '\u007F') || (each > '\u009F' && each < '\u200E') || each > '\u2069'
					|| (each == ' ' && before != ' ');
			if (!plain) {
				return false;
			}
			before = each;
		}
		return true;
	}

	static String of(String text, int longest) {
		String line = of(text);
		return (line.length() <= longest) ? line : line.substring(0, longest - 3) + "...";
	}

}
