package dev.perennial.mail.text;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the mails: facts into words, words into text and HTML.
 */
public final class MailText {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	/** Prepares the two templates; each is parsed once. */
	public MailText() {
		this.engine.addTemplateResolver(resolver("letter.txt", TemplateMode.TEXT));
		this.engine.addTemplateResolver(resolver("letter.html", TemplateMode.HTML));
		this.engine.setEnableSpringELCompiler(true);
	}

	private static ClassLoaderTemplateResolver resolver(String template, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailText.class.getClassLoader());
		resolver.setPrefix("mail/");
		resolver.setResolvablePatterns(Set.of(template));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setCacheable(true);
		return resolver;
	}

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
		Draft draft = new Draft(code, language, facts);
		Letters.write(code, draft);
		Context context = new Context(language.locale(),
				Map.of("lang", language.locale().toLanguageTag(), "subject", draft.subject(), "greeting",
						language.say("greeting", facts.partner()), "blocks", draft.blocks(), "regards",
						language.say("regards"), "seller", language.show(facts.seller().name()), "footer",
						language.say("footer", facts.seller().name(), facts.seller().email())));
		return new Letter(language.locale(), draft.subject(), this.engine.process("letter.txt", context),
				this.engine.process("letter.html", context));
	}

}
