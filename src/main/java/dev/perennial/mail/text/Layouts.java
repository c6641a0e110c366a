package dev.perennial.mail.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.unbescape.html.HtmlEscape;

/**
 * What the templates make of letters. It depends on which texts there are, not on what
 * they say, so the templates are asked once for letters of one shape, with a place in
 * each text's stead.
 */
final class Layouts {

	/** Of a night have a few dozen; an invoice of many lines may have one of its own. */
	private static final int MOST = 500;

	/** Characters for private use, which no template has and none escapes. */
	private static final char OPEN = '\uE000';

	private static final char CLOSE = '\uE001';

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Map<String, Layout> known = new ConcurrentHashMap<>();

	Layouts() {
		this.engine.addTemplateResolver(resolver("letter.txt", TemplateMode.TEXT));
		this.engine.addTemplateResolver(resolver("letter.html", TemplateMode.HTML));
	}

	private static ClassLoaderTemplateResolver resolver(String template, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Layouts.class.getClassLoader());
		resolver.setPrefix("mail/");
		resolver.setResolvablePatterns(Set.of(template));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setCacheable(true);
		return resolver;
	}

	Letter letter(Locale locale, Wording wording) {
		Layout layout = of(wording);
		List<String> texts = wording.texts();
		return new Letter(locale, wording.subject(), layout.text().with(texts),
				layout.html().with(texts.stream().map(HtmlEscape::escapeHtml4Xml).toList()));
	}

	private Layout of(Wording wording) {
		String shape = wording.shape();
		Layout layout = this.known.get(shape);
		if (layout == null) {
			layout = laidOut(wording);
			if (this.known.size() < MOST) {
				this.known.put(shape, layout);
			}
		}
		return layout;
	}

	private Layout laidOut(Wording wording) {
		AtomicInteger number = new AtomicInteger();
		Letter letter = asTemplatesSay(Locale.ROOT,
				wording.with((text) -> "" + OPEN + number.getAndIncrement() + CLOSE));
		return new Layout(new Form(letter.text(), OPEN, CLOSE), new Form(letter.html(), OPEN, CLOSE));
	}

	/** The long way, for letters that say anything. */
	Letter asTemplatesSay(Locale locale, Wording wording) {
		Context context = new Context(locale,
				Map.of("lang", wording.lang(), "subject", wording.subject(), "greeting", wording.greeting(), "blocks",
						wording.blocks(), "regards", wording.closing().regards(), "seller", wording.closing().seller(),
						"footer", wording.closing().footer()));
		return new Letter(locale, wording.subject(), this.engine.process("letter.txt", context),
				this.engine.process("letter.html", context));
	}

	/**
	 * Both forms of a letter of one shape.
	 *
	 * @param text its plain text
	 * @param html its HTML
	 */
	private record Layout(Form text, Form html) {

	}

}
