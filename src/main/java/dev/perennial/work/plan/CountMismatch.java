package dev.perennial.work.plan;

/**
 * A step did not account for each of its items (rules 11.2).
 */
public class CountMismatch extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CountMismatch(BatchStep step, ItemCounts counts) {
		super("Step %s planned %d items but %d are done, %d skipped, %d parked and %d pending".formatted(step.name(),
				step.planned(), counts.done(), counts.skipped(), counts.parked(), counts.pending()));
	}

}
