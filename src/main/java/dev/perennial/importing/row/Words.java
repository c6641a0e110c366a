package dev.perennial.importing.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns that take one of a few words, exactly as they are written. */
final class Words {

	private Words() {
	}

	/**
	 * One of the words of an enum, as it is written in lower case where {@code lower}.
	 */
	static <E extends Enum<E>> E word(String value, Class<E> words, boolean lower) {
		for (E word : words.getEnumConstants()) {
			if (value.equals(written(word, lower))) {
				return word;
			}
		}
		throw new BadValue("%s is unknown: expected one of %s".formatted(Values.named(value),
				Arrays.stream(words.getEnumConstants())
					.map((word) -> written(word, lower))
					.collect(Collectors.joining(", "))));
	}

	private static String written(Enum<?> word, boolean lower) {
		return lower ? word.name().toLowerCase(Locale.ROOT) : word.name();
	}

	/** Exactly one of two words. */
	static boolean either(String value, String yes, String no) {
		if (!value.equals(yes) && !value.equals(no)) {
			throw new BadValue("%s is unknown: expected %s or %s".formatted(Values.named(value), yes, no));
		}
		return value.equals(yes);
	}

}
