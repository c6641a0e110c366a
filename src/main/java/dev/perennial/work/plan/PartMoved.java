package dev.perennial.work.plan;

/**
 * Somebody else did a part that was ours; what we wrote is rolled back.
 */
public class PartMoved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PartMoved(BatchPart part) {
		super("Part %d of step %d no longer stands at %d: somebody else moved it".formatted(part.number(),
				part.stepId(), part.done()));
	}

}
