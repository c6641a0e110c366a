package dev.perennial.work.launch;

import java.time.LocalDateTime;
import java.util.function.Predicate;

import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.FencedTransactions;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Brings what a dead process left in Spring Batch's tables into a state from which a job
 * can be started. Allowed only under the lease, and only because our own tables say what
 * is done.
 */
final class BatchMetadata {

	private final JobRepository repository;

	private final JobOperator operator;

	private final FencedTransactions transactions;

	BatchMetadata(JobRepository repository, JobOperator operator, FencedTransactions transactions) {
		this.repository = repository;
		this.operator = operator;
		this.transactions = transactions;
	}

	/**
	 * Looks and changes behind the fence: who was frozen must not take the execution of
	 * its successor for that of a dead process.
	 * @throws FenceLost if another process took over
	 */
	void prepare(String job, JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(job, parameters);
		if (instance != null) {
			this.transactions.run(() -> prepare(instance));
		}
	}

	private void prepare(JobInstance instance) {
		JobExecution last = this.repository.getLastJobExecution(instance);
		if (last == null || last.getStatus() == BatchStatus.COMPLETED || any(last, BatchStatus.ABANDONED::equals)) {
			// Died before its first execution; or its tables claim an end that ours know
			// nothing of.
			this.repository.deleteJobInstance(instance);
		}
		else if (any(last, BatchStatus.UNKNOWN::equals)) {
			resolve(last);
		}
		else if (any(last, BatchStatus::isRunning)) {
			this.operator.recover(last);
		}
	}

	/** The last moment at which it was seen alive. */
	private static LocalDateTime ended(JobExecution execution) {
		LocalDateTime seen = execution.getLastUpdated();
		return (seen != null) ? seen : execution.getCreateTime();
	}

	/** Whether the execution or a step of it is such. */
	private static boolean any(JobExecution execution, Predicate<BatchStatus> such) {
		return such.test(execution.getStatus())
				|| execution.getStepExecutions().stream().map(StepExecution::getStatus).anyMatch(such);
	}

	private void resolve(JobExecution execution) {
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
				step.setStatus(BatchStatus.FAILED);
				step.setEndTime(ended(execution));
				this.repository.update(step);
			}
		}
		execution.setStatus(BatchStatus.FAILED);
		execution.setEndTime(ended(execution));
		this.repository.update(execution);
	}

}
