package dev.perennial.mail.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.mail.OneLine;
import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A language that mails are written in, with its sentences, dates and amounts.
 */
enum Language {

	ENGLISH(Locale.ENGLISH, '.'), RUSSIAN(Locale.forLanguageTag("ru"), ',');

	private final Locale locale;

	private final char decimalPoint;

	private final Map<String, Form> sentences;

	Language(Locale locale, char decimalPoint) {
		this.locale = locale;
		this.decimalPoint = decimalPoint;
		this.sentences = sentences(locale);
	}

	/**
	 * The language of a partner, English where there is none (rules 8.6).
	 * @param tag the partner's locale: {@code ru}, {@code ru-RU} or {@code ru_RU}
	 */
	static Language of(@Nullable String tag) {
		String language = (tag != null) ? Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage() : "";
		return language.equals("ru") ? RUSSIAN : ENGLISH;
	}

	Locale locale() {
		return this.locale;
	}

	/**
	 * A sentence of the bundle.
	 * @param key its key; one that is missing is an exception, never an empty line
	 * @param facts dates, amounts and texts in the order of its place holders
	 */
	String say(String key, Object... facts) {
		Form sentence = this.sentences.get(key);
		if (sentence == null) {
			throw new IllegalArgumentException("There is no sentence '%s' in the mails".formatted(key));
		}
		// The point of the Russian abbreviation for "year" also ends the sentence.
		return sentence.with(Arrays.stream(facts).map(this::show).toList()).replace(" г..", " г.");
	}

	String show(Object fact) {
		if (fact instanceof LocalDate date) {
			String month = say("month." + date.getMonthValue());
			return say("date", String.valueOf(date.getDayOfMonth()), month, String.valueOf(date.getYear()));
		}
		if (fact instanceof YearMonth month) {
			return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
		}
		if (fact instanceof Money money) {
			return money.digits().replace('.', this.decimalPoint) + " " + money.currency().getCurrencyCode();
		}
		if (fact instanceof BigDecimal rate) {
			BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
			return percent.toPlainString().replace('.', this.decimalPoint) + " %";
		}
		return OneLine.of(fact.toString());
	}

	private static Map<String, Form> sentences(Locale locale) {
		ResourceBundle bundle = ResourceBundle.getBundle("mail/letters", locale, Language.class.getClassLoader(),
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
		return bundle.keySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Function.identity(),
					(key) -> new Form(bundle.getString(key), '{', '}')));
	}

}
