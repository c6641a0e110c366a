package dev.perennial.importing.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.perennial.csv.Masked;
import dev.perennial.money.Money;

/**
 * What a value of a file must look like; each throws {@link BadValue} and nothing else.
 */
final class Values {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

	private static final Pattern EMAIL = Pattern
		.compile("[^\\s\\p{C}@<>()\\[\\],;:\"\\\\]+@[^\\s\\p{C}@<>()\\[\\],;:\"\\\\]+");

	private static final Pattern VAT_ID = Pattern.compile("[A-Za-z0-9+*./ -]{2,20}");

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private Values() {
	}

	static String id(String value) {
		if (!ID.matcher(value).matches()) {
			throw new BadValue("%s is no id: expected up to 40 of the letters A-Z a-z, digits, '-', '_' and '.'"
				.formatted(named(value)));
		}
		return value;
	}

	/**
	 * Text on one line.
	 * @param longest its greatest length in characters
	 */
	static String text(String value, int longest) {
		int length = value.codePointCount(0, value.length());
		if (length > longest) {
			throw new BadValue("%d characters are too many: expected at most %d".formatted(length, longest));
		}
		if (value.codePoints().anyMatch((c) -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
			throw new BadValue("%s has a control character or a line break: expected text".formatted(named(value)));
		}
		return value;
	}

	static String email(String value) {
		if (value.length() > 254 || !EMAIL.matcher(value).matches()) {
			throw new BadValue("%s is no e-mail address: expected one such as name@example.com, without blanks"
				.formatted(named(value)));
		}
		return value;
	}

	static String country(String value) {
		if (!COUNTRIES.contains(value)) {
			throw new BadValue("%s is no country: expected an ISO 3166 code such as DE".formatted(named(value)));
		}
		return value;
	}

	static Currency currency(String value) {
		return orElse(() -> {
			Currency currency = Currency.getInstance(value);
			if (currency.getDefaultFractionDigits() < 0) {
				throw new IllegalArgumentException("gold and the like");
			}
			return currency;
		}, "%s is no currency: expected an ISO 4217 code such as EUR", value);
	}

	/**
	 * A language tag such as {@code de-AT}; {@code de_AT} is taken for it.
	 */
	static String locale(String value) {
		return orElse(() -> {
			String tag = new Locale.Builder().setLanguageTag(value.replace('_', '-')).build().toLanguageTag();
			if (tag.length() > 35 || tag.startsWith("und") || value.isEmpty()) {
				throw new IllformedLocaleException(value);
			}
			return tag;
		}, "%s is no language: expected a tag such as de, de-AT or ru_RU", value);
	}

	static String vatId(String value) {
		if (!VAT_ID.matcher(value).matches()) {
			throw new BadValue(
					"%s is no VAT id: expected its prefix and up to 18 letters and digits, such as DE123456789"
						.formatted(named(value)));
		}
		return value;
	}

	static LocalDate date(String value) {
		return orElse(() -> {
			if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
				throw new DateTimeException(value);
			}
			return within(LocalDate.parse(value));
		}, "%s is no day of the calendar: expected YYYY-MM-DD", value);
	}

	/** The last day of a month written as {@code 2027-02}. */
	static LocalDate lastDayOfMonth(String value) {
		return orElse(() -> {
			if (!value.matches("\\d{4}-\\d{2}")) {
				throw new DateTimeException(value);
			}
			return within(YearMonth.parse(value).atEndOfMonth());
		}, "%s is no month: expected YYYY-MM", value);
	}

	private static LocalDate within(LocalDate date) {
		if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
			throw new DateTimeException("year");
		}
		return date;
	}

	static Money amount(String value, Currency currency) {
		try {
			return Money.parse(value, currency);
		}
		catch (NumberFormatException ex) {
			throw new BadValue(
					"%s is no amount in %s: expected one such as 118%s, with at most %d digits after the point"
						.formatted(named(value), currency,
								".8000".substring(0,
										(currency.getDefaultFractionDigits() == 0) ? 0
												: currency.getDefaultFractionDigits() + 1),
								currency.getDefaultFractionDigits()));
		}
	}

	/** A token, never a card number; what is wrong with it is said without showing it. */
	static Token token(String value) {
		if (Masked.isCardNumber(value) || value.matches("[\\d -]{12,}")) {
			throw new BadValue("a card number must not be delivered: expected the gateway's token of the card");
		}
		if (!TOKEN.matcher(value).matches()) {
			throw new BadValue("this is no gateway token: expected up to 100 letters, digits, '_' and '-'");
		}
		return new Token(value);
	}

	private static <T> T orElse(Supplier<T> parser, String reason, String value) {
		try {
			return parser.get();
		}
		catch (IllegalArgumentException | DateTimeException | IllformedLocaleException ex) {
			throw new BadValue(reason.formatted(named(value)));
		}
	}

	static String named(String value) {
		return value.isEmpty() ? "nothing" : Masked.quoted(value);
	}

}
