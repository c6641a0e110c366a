package dev.perennial.work.engine;

/**
 * What became of the items of a step.
 */
record ItemCounts(long pending, long done, long skipped, long parked) {

	long total() {
		return this.pending + this.done + this.skipped + this.parked;
	}

	/** Whether each planned item was accounted for (rules 11.2). */
	boolean accountFor(long planned) {
		return this.pending == 0 && planned == this.done + this.skipped + this.parked;
	}

}
