package dev.perennial.work.launch;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Question;
import dev.perennial.work.engine.Stopped;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param state its state
 * @param error one line that says why, unless it completed
 * @param question what waits to be approved, if that is why
 */
public record RunEnd(RunState state, String error, @Nullable Question question) {

	/** All is done. */
	public static final RunEnd COMPLETED = new RunEnd(RunState.COMPLETED, "", null);

	/** How a failure ends a run. */
	public static RunEnd of(Throwable failure) {
		if (failure instanceof Stopped) {
			return new RunEnd(RunState.STOPPED, ErrorText.line(String.valueOf(failure.getMessage())), null);
		}
		if (failure instanceof ApprovalMissing missing) {
			return new RunEnd(RunState.WAITING, ErrorText.line(String.valueOf(missing.getMessage())),
					missing.question());
		}
		return new RunEnd(RunState.FAILED, ErrorText.of(failure), null);
	}

}
