package dev.perennial.work;

import java.util.Optional;

/**
 * What must be there before a night starts: whoever cannot work without something
 * contributes one as a bean. Commands that run no night do not ask.
 */
public interface StartCheck {

	/** One line: what is missing, where it is set, what was expected; or nothing is. */
	Optional<String> obstacle();

}
