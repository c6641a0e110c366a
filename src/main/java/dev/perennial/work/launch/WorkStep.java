package dev.perennial.work.launch;

import java.time.LocalDateTime;
import java.util.Objects;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.engine.Engine;
import dev.perennial.work.engine.Stopped;
import dev.perennial.work.plan.ItemCounts;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * A work as a step of Spring Batch. Spring Batch is told what happened; what is to happen
 * comes from our own tables alone.
 */
final class WorkStep {

	private final Run run;

	private final Work work;

	private final Engine engine;

	private final JobRepository repository;

	WorkStep(Run run, Work work, Engine engine, JobRepository repository) {
		this.run = run;
		this.work = work;
		this.engine = engine;
		this.repository = repository;
	}

	/**
	 * Does the work, or what is left of it, on a thread that is called after it.
	 * @throws Stopped if somebody asked to stop
	 * @throws ApprovalMissing if a person is to look first
	 */
	void execute(JobExecution job) {
		Thread thread = Thread.currentThread();
		String name = thread.getName();
		thread.setName(this.work.name());
		try {
			work(job);
		}
		finally {
			thread.setName(name);
		}
	}

	/**
	 * It begins and ends in Spring Batch's tables with a commit each: its own step has a
	 * context to store, which ours never fills.
	 */
	private void work(JobExecution job) {
		StepExecution step = this.repository.createStepExecution(this.work.name(), job);
		LocalDateTime start = Objects.requireNonNull(step.getCreateTime(), "Spring Batch gives a time");
		long began = System.nanoTime();
		step.setStartTime(start);
		step.setStatus(BatchStatus.STARTED);
		this.repository.update(step);
		try {
			completed(step, this.engine.work(this.run, this.work));
		}
		catch (Throwable ex) {
			failed(step, ex);
			step.setEndTime(start.plusNanos(System.nanoTime() - began));
			update(step, ex);
			throw ex;
		}
		step.setEndTime(start.plusNanos(System.nanoTime() - began));
		this.repository.update(step);
	}

	private static void completed(StepExecution step, ItemCounts counts) {
		step.setReadCount(counts.total());
		step.setWriteCount(counts.done());
		step.setFilterCount(counts.skipped());
		step.setProcessSkipCount(counts.parked());
		step.setStatus(BatchStatus.COMPLETED);
		step.setExitStatus(ExitStatus.COMPLETED);
	}

	private static void failed(StepExecution step, Throwable failure) {
		boolean waits = failure instanceof Stopped || failure instanceof ApprovalMissing;
		ExitStatus exit = waits ? ExitStatus.STOPPED : ExitStatus.FAILED;
		step.setStatus(waits ? BatchStatus.STOPPED : BatchStatus.FAILED);
		step.setExitStatus(exit.addExitDescription(ErrorText.of(failure)));
		step.addFailureException(failure);
	}

	/** What the step failed on says more than that this could not be stored. */
	private void update(StepExecution step, Throwable failure) {
		try {
			this.repository.update(step);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

}
