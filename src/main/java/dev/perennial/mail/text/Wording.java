package dev.perennial.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.perennial.mail.text.Draft.Block;
import dev.perennial.mail.text.Draft.Row;
import org.jspecify.annotations.Nullable;

/**
 * All that the templates lay out.
 *
 * @param lang the tag of the language
 * @param subject one line
 * @param greeting the first line
 * @param blocks paragraphs and tables
 * @param closing the last lines
 */
record Wording(String lang, String subject, String greeting, List<Block> blocks, Closing closing) {

	/** Its texts, always in the same order. */
	List<String> texts() {
		List<String> texts = new ArrayList<>();
		with((text) -> {
			texts.add(text);
			return text;
		});
		return texts;
	}

	/** The same with another text in the place of each. */
	Wording with(UnaryOperator<String> other) {
		return new Wording(other.apply(this.lang), other.apply(this.subject), other.apply(this.greeting),
				this.blocks.stream().map((block) -> with(other, block)).toList(), this.closing.with(other));
	}

	private static Block with(UnaryOperator<String> other, Block block) {
		return new Block(ifAny(other, block.heading()), ifAny(other, block.text()),
				block.rows()
					.stream()
					.map((row) -> new Row(other.apply(row.label()), other.apply(row.value())))
					.toList());
	}

	private static @Nullable String ifAny(UnaryOperator<String> other, @Nullable String text) {
		return (text != null) ? other.apply(text) : null;
	}

	/** Which texts there are, whatever they say. */
	String shape() {
		StringBuilder shape = new StringBuilder();
		for (Block block : this.blocks) {
			shape.append((block.heading() != null) ? "h" : "")
				.append((block.text() != null) ? "t" : "")
				.append(block.rows().size())
				.append(' ');
		}
		return shape.toString();
	}

	/**
	 * How it ends.
	 *
	 * @param regards the last words
	 * @param seller who writes
	 * @param footer why they do
	 */
	record Closing(String regards, String seller, String footer) {

		Closing with(UnaryOperator<String> other) {
			return new Closing(other.apply(this.regards), other.apply(this.seller), other.apply(this.footer));
		}

	}

}
