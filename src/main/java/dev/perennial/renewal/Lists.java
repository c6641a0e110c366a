package dev.perennial.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lists of facts that one fact replaces or joins. */
final class Lists {

	private Lists() {
	}

	/** The list with a fact in the place of the one it replaces, or at its end. */
	static <T> List<T> with(List<T> facts, T fact, Predicate<T> same) {
		List<T> with = new ArrayList<>(facts);
		for (int i = 0; i < with.size(); i++) {
			if (same.test(with.get(i))) {
				with.set(i, fact);
				return with;
			}
		}
		with.add(fact);
		return with;
	}

}
