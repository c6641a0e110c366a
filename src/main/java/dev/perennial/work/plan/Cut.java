package dev.perennial.work.plan;

import dev.perennial.work.EffectWork;
import dev.perennial.work.Work;

/**
 * How the plan of a work is cut into parts.
 *
 * @param chunk items that are done in one transaction
 * @param threads how many take the parts
 */
public record Cut(int chunk, int threads) {

	private static final int PARTS_PER_THREAD = 4;

	/** One, if a chunk does the whole plan or its items depend on each other. */
	int parts(Work work, long count) {
		long chunks = 1 + (count - 1) / this.chunk;
		if (work.inOrder() || chunks == 1) {
			return 1;
		}
		// Rows in small parts keep all threads busy to the end; calls come in whole
		// chunks.
		long most = (work instanceof EffectWork<?, ?>) ? chunks : count;
		return (int) Math.min(most, (long) PARTS_PER_THREAD * this.threads);
	}

}
