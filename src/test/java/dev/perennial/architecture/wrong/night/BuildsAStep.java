package dev.perennial.architecture.wrong.night;

import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;

/** Wrong on purpose: steps are work's. */
class BuildsAStep {

	StepBuilder step = new StepBuilder("step", new ResourcelessJobRepository());

}
