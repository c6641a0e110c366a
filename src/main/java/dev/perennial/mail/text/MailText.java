package dev.perennial.mail.text;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Writes the mails: facts into words, words into text and HTML.
 */
public final class MailText {

	private final Layouts layouts = new Layouts();

	/**
	 * The notice codes that there are mails for.
	 * @return the codes of rules 8.1
	 */
	public Set<String> codes() {
		return Letters.codes();
	}

	/**
	 * The language in which mails for a locale are written, so that names in them can be
	 * in it, too (rules 8.6).
	 * @param locale the partner's locale, as for a mail
	 * @return a language code such as {@code en}
	 */
	public String language(@Nullable String locale) {
		return Language.of(locale).locale().getLanguage();
	}

	/**
	 * Writes one mail.
	 * @param code the notice code
	 * @param locale the partner's locale such as {@code ru}, {@code ru-RU} or
	 * {@code ru_RU}; without one, and in a language that we do not write, English (rules
	 * 8.6)
	 * @param facts what the mail is about
	 * @return subject, text and HTML
	 * @throws IllegalArgumentException if the code is unknown, or a fact is missing that
	 * it needs
	 */
	public Letter render(String code, @Nullable String locale, MailFacts facts) {
		Language language = Language.of(locale);
		return this.layouts.letter(language.locale(), wording(code, language, facts));
	}

	static Wording wording(String code, Language language, MailFacts facts) {
		Draft draft = new Draft(code, language, facts);
		Letters.write(code, draft);
		return new Wording(language.locale().toLanguageTag(), draft.subject(),
				language.say("greeting", facts.partner()), draft.blocks(),
				new Wording.Closing(language.say("regards"), language.show(facts.seller().name()),
						language.say("footer", facts.seller().name(), facts.seller().email())));
	}

}
