package dev.perennial.architecture.wrong.work;

import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;

/** Wrong on purpose: what fails is parked. */
class SkipsWhatFails {

	void configure(ChunkOrientedStepBuilder<String, String> step) {
		step.faultTolerant();
	}

}
