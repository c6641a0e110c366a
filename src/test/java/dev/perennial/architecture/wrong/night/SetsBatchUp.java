package dev.perennial.architecture.wrong.night;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;

/** Wrong on purpose: switches Boot's set-up off. */
class SetsBatchUp {

	@EnableBatchProcessing
	static class Configuration {

	}

}
