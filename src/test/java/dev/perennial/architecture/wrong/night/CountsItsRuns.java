package dev.perennial.architecture.wrong.night;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;

/** Wrong on purpose: a run id makes the same night two. */
class CountsItsRuns {

	void start(JobOperator operator, Job job) {
		operator.startNextInstance(job);
	}

}
