package dev.perennial.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a stranger, fit to be shown: no gateway token, no card number, no control
 * character (rules 11.9).
 */
public final class Masked {

	/** What stands where a secret was. */
	public static final String MASK = "****";

	private static final Pattern TOKEN = Pattern.compile("(?:pm|tok|src|seti|pi|sk|rk)_\\w+|card_(?=\\w*\\d)\\w+");

	private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

	/**
	 * A number of a card whatever digits stand around it, also in the groups in which it
	 * is printed, whatever slipped in between two of them.
	 */
	private static final Pattern LONG_NUMBER = Pattern
		.compile("\\d{13,}|\\d{4,}(?:\\D\\d{4}){2}\\D\\d+|\\d{4,}\\D\\d{6}\\D\\d{5,}");

	private static final Pattern NOT_SHOWN = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]|<(?=U\\+)");

	private static final int LONGEST = 60;

	private Masked() {
	}

	/**
	 * A value between quotation marks, for an error text: cut after 60 characters.
	 * @param value what stood in a file
	 */
	public static String quoted(String value) {
		String text = cautiously(value);
		if (text.codePointCount(0, text.length()) > LONGEST) {
			text = text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
		}
		return "'" + visible(text) + "'";
	}

	/**
	 * A value to be shown: more is masked than must be, since nothing is lost by it.
	 * @param value what stood in a file
	 */
	static String shown(String value) {
		return visible(cautiously(value));
	}

	private static String cautiously(String value) {
		return LONG_NUMBER.matcher(secrets(value)).replaceAll(Matcher.quoteReplacement(MASK));
	}

	/**
	 * A text to be kept, without what looks like a gateway token or is the number of a
	 * card: 13 to 19 digits with the right check digit.
	 */
	public static String secrets(String text) {
		String withoutTokens = TOKEN.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
		return DIGITS.matcher(withoutTokens)
			.replaceAll((found) -> Matcher.quoteReplacement(isCardNumber(found.group()) ? MASK : found.group()));
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

	/**
	 * The text with its control characters written out, such as {@code <U+0000>}. What
	 * looks as if one were written out has its first character written out, so that it is
	 * not taken for one.
	 */
	private static String visible(String text) {
		return NOT_SHOWN.matcher(text).replaceAll((found) -> "<U+%04X>".formatted(found.group().codePointAt(0)));
	}

	/**
	 * Control characters, and the two separators that some programs take for line breaks.
	 */
	static boolean isControl(int c) {
		return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
	}

}
