package dev.perennial.architecture.wrong.work;

import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** Wrong on purpose: the legacy chunk. */
class ChunksAsBefore {

	@SuppressWarnings("removal")
	void configure(StepBuilder step, PlatformTransactionManager transactions) {
		step.chunk(10, transactions);
	}

}
