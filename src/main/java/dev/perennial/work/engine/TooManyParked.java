package dev.perennial.work.engine;

import dev.perennial.work.plan.BatchStep;

/**
 * So many items failed that the fault is not theirs (rules 11.3).
 */
class TooManyParked extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TooManyParked(BatchStep step, long parked) {
		super("Step %s parked %d of %d items: look at 'perennial parked', mend what they have in common, start again"
			.formatted(step.name(), parked, step.planned()));
	}

}
