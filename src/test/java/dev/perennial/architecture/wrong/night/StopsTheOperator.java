package dev.perennial.architecture.wrong.night;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;

/** Wrong on purpose: a stop in the middle of a launch. */
class StopsTheOperator {

	void stop(JobOperator operator, JobExecution execution) throws JobExecutionNotRunningException {
		operator.stop(execution);
	}

}
