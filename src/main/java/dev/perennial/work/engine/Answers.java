package dev.perennial.work.engine;

import java.util.List;
import java.util.Map;

import dev.perennial.work.Answer;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the calls of a chunk.
 *
 * @param answers of the calls that were made, in the order of the plan
 * @param failures of calls that threw; their answers say "unknown"
 * @param broken why not all calls were made, if so
 */
record Answers<C, R>(List<Answer<C, R>> answers, Map<Item, RuntimeException> failures, @Nullable Throwable broken) {

	static <C, R> Answers<C, R> none() {
		return new Answers<>(List.of(), Map.of(), null);
	}

	/** Ends the work if not all calls were made. */
	void requireAll() {
		if (this.broken instanceof Error error) {
			throw error;
		}
		if (this.broken instanceof RuntimeException failure) {
			throw failure;
		}
		if (this.broken != null) {
			throw new Stopped("A call was interrupted before it began; start again to continue");
		}
	}

	/** The outcomes of a settlement, with the items parked whose calls threw. */
	Outcomes park(Outcomes settled, List<Answer<C, R>> of) {
		for (Answer<C, R> answer : of) {
			RuntimeException failure = this.failures.get(answer.item());
			if (failure != null) {
				settled.park(answer.item(), ErrorText.of(failure));
			}
		}
		return settled;
	}

}
