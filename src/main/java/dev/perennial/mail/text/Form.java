package dev.perennial.mail.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with numbered places, which is taken apart once and filled in many times.
 */
final class Form {

	private final List<String> texts = new ArrayList<>();

	private final List<Integer> places = new ArrayList<>();

	/**
	 * Takes a text apart.
	 * @param text the text
	 * @param open stands before the number of a place
	 * @param close stands behind it
	 */
	Form(String text, char open, char close) {
		int from = 0;
		for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
			int end = text.indexOf(close, at);
			this.texts.add(text.substring(from, at));
			this.places.add(Integer.valueOf(text.substring(at + 1, end)));
			from = end + 1;
		}
		this.texts.add(text.substring(from));
	}

	/**
	 * Fills it in.
	 * @param values by place
	 * @throws IndexOutOfBoundsException if one is missing
	 */
	String with(List<String> values) {
		StringBuilder filled = new StringBuilder(this.texts.get(0));
		for (int i = 0; i < this.places.size(); i++) {
			filled.append(values.get(this.places.get(i))).append(this.texts.get(i + 1));
		}
		return filled.toString();
	}

}
