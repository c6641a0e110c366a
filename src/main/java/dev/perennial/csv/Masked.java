package dev.perennial.csv;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a stranger, fit to be shown: no gateway token, no card number, no control
 * character (rules 11.9).
 */
public final class Masked {

	/** What stands where a secret was. */
	public static final String MASK = "****";

	private static final Pattern TOKEN = Pattern
		.compile("\\b(?:pm|tok|src|seti|pi|sk|rk)_\\w+|\\bcard_(?=\\w*\\d)\\w+");

	private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

	private static final int LONGEST = 60;

	private Masked() {
	}

	/**
	 * A value between quotation marks, for an error text: cut after 60 characters.
	 * @param value what stood in a file
	 */
	public static String quoted(String value) {
		String text = secrets(value);
		if (text.codePointCount(0, text.length()) > LONGEST) {
			text = text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
		}
		return "'" + visible(text) + "'";
	}

	/** The text without anything that looks like a gateway token or a card number. */
	public static String secrets(String text) {
		return cardNumbers(tokens(text));
	}

	/**
	 * The text without numbers that can be those of a card: 13 to 19 digits with the
	 * right check digit.
	 */
	public static String cardNumbers(String text) {
		return DIGITS.matcher(text).replaceAll((found) -> isCardNumber(found.group()) ? MASK : literal(found));
	}

	/**
	 * Whether digits, with blanks or hyphens between them, can be the number of a card.
	 */
	public static boolean isCardNumber(String text) {
		if (!DIGITS.matcher(text).matches()) {
			return false;
		}
		String digits = text.replaceAll("[ -]", "");
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighed = (i % 2 == 0) ? digit : 2 * digit;
			sum += (weighed > 9) ? weighed - 9 : weighed;
		}
		return sum % 10 == 0;
	}

	/** The text with its control characters written out, such as {@code <U+0000>}. */
	static String visible(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> {
			if (isControl(c)) {
				shown.append("<U+%04X>".formatted(c));
			}
			else {
				shown.appendCodePoint(c);
			}
		});
		return shown.toString();
	}

	/**
	 * Control characters, and the two separators that some programs take for line breaks.
	 */
	static boolean isControl(int c) {
		return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
	}

	private static String tokens(String text) {
		return TOKEN.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
	}

	private static String literal(MatchResult found) {
		return Matcher.quoteReplacement(found.group());
	}

}
