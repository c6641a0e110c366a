package dev.perennial.work.plan;

/**
 * A range of a plan, worked by one thread at a time.
 *
 * @param stepId the step
 * @param number from 1; 0 is the whole plan, for items that are tried again
 * @param done the last ordinal that is done, from one below the range's first
 * @param hi the range's last ordinal
 */
public record BatchPart(long stepId, int number, long done, long hi) {

	/** The number of the part in which parked items are tried again. */
	static final int AGAIN = 0;

	/** Whether it holds the items that are tried again. */
	public boolean again() {
		return this.number == AGAIN;
	}

	/** The part, done up to an ordinal. */
	public BatchPart at(long ordinal) {
		return new BatchPart(this.stepId, this.number, ordinal, this.hi);
	}

	public boolean finished() {
		return this.done == this.hi;
	}

}
