package dev.perennial.work.plan;

/**
 * What became of the items of a step.
 */
public record ItemCounts(long pending, long done, long skipped, long parked) {

	public long total() {
		return this.pending + this.done + this.skipped + this.parked;
	}

	/** Whether each planned item was accounted for (rules 11.2). */
	boolean accountFor(long planned) {
		return this.pending == 0 && planned == this.done + this.skipped + this.parked;
	}

}
