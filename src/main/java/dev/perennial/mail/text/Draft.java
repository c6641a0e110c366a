package dev.perennial.mail.text;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A letter while it is written: paragraphs and tables in one language.
 */
final class Draft {

	private final String code;

	private final Language language;

	private final MailFacts facts;

	private final List<Block> blocks = new ArrayList<>();

	private String subject = "";

	Draft(String code, Language language, MailFacts facts) {
		this.code = code;
		this.language = language;
		this.facts = facts;
	}

	MailFacts facts() {
		return this.facts;
	}

	/** A fact that this letter cannot do without. */
	<T> T need(@Nullable T fact, String name) {
		if (fact == null) {
			throw new IllegalArgumentException("The mail %s needs the fact %s".formatted(this.code, name));
		}
		return fact;
	}

	<T extends MailFacts.Matter> T need(Class<T> kind) {
		return need(this.facts.find(kind), kind.getSimpleName());
	}

	MailFacts.Membership membership() {
		return need(this.facts.membership(), "Membership");
	}

	/** The subject and the first paragraph, which each code has of its own. */
	Draft open(Object... facts) {
		this.subject = this.language.say(this.code + ".subject", facts);
		return say(this.code + ".text", facts);
	}

	Draft say(String key, Object... facts) {
		this.blocks.add(new Block(null, this.language.say(key, facts), new ArrayList<>()));
		return this;
	}

	Draft table(@Nullable String headingKey, Object... facts) {
		String heading = (headingKey != null) ? this.language.say(headingKey, facts) : null;
		this.blocks.add(new Block(heading, null, new ArrayList<>()));
		return this;
	}

	/** A row of the table begun last; without a value there is none. */
	Draft row(String labelKey, @Nullable Object value) {
		if (value != null) {
			labelled(this.language.say(labelKey), this.language.show(value));
		}
		return this;
	}

	/** A row whose value is a sentence of its own. */
	Draft rowSaying(String label, String valueKey, Object... facts) {
		labelled(this.language.show(label), this.language.say(valueKey, facts));
		return this;
	}

	private void labelled(String label, String value) {
		this.blocks.get(this.blocks.size() - 1).rows().add(new Row(label, value));
	}

	String word(String key, Object... facts) {
		return this.language.say(key, facts);
	}

	String subject() {
		return this.subject;
	}

	List<Block> blocks() {
		return this.blocks;
	}

	/**
	 * A paragraph or a table.
	 *
	 * @param heading above it
	 * @param text the paragraph
	 * @param rows the table
	 */
	record Block(@Nullable String heading, @Nullable String text, List<Row> rows) {

	}

	/**
	 * A row of a table.
	 *
	 * @param label its name
	 * @param value its value
	 */
	record Row(String label, String value) {

	}

}
