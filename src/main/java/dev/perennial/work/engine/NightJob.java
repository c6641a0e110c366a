package dev.perennial.work.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/**
 * A job of the night as a job of Spring Batch, for one run. A work that finds nothing to
 * do is recorded and not made a step, so that a quiet job costs a dozen commits.
 */
final class NightJob extends AbstractJob {

	private final NightlyJob job;

	private final Run run;

	private final Engine engine;

	private final Workshop workshop;

	private @Nullable Throwable failure;

	private boolean completed;

	NightJob(NightlyJob job, Run run, Engine engine, Workshop workshop, JobRepository repository) {
		super(job.name());
		this.job = job;
		this.run = run;
		this.engine = engine;
		this.workshop = workshop;
		setJobRepository(repository);
	}

	/** Whether our own tables say that the job is completed. */
	boolean completed() {
		return this.completed;
	}

	/** What ended the job, if it did not complete. */
	@Nullable Throwable failure() {
		return this.failure;
	}

	@Override
	protected void doExecute(JobExecution execution) throws JobExecutionException {
		try {
			List<String> empty = new ArrayList<>();
			for (Work work : this.job.works()) {
				new Halt(this.workshop.stop()).check();
				if (!completed(work, empty)) {
					recordEmpty(empty);
					execute(work, execution);
				}
			}
			complete(empty);
			execution.setExitStatus(ExitStatus.COMPLETED);
			execution.upgradeStatus(BatchStatus.COMPLETED);
		}
		catch (Throwable ex) {
			this.failure = (this.failure != null) ? this.failure : ex;
			throw ex;
		}
	}

	private boolean completed(Work work, List<String> empty) {
		Optional<BatchStep> begun = this.workshop.tables().steps().find(this.run.id(), work.name());
		if (begun.isEmpty() && this.engine.planning().findsNothing(this.run, work)) {
			empty.add(work.name());
			return true;
		}
		return begun.isPresent() && begun.get().state() == BatchStep.State.COMPLETED;
	}

	private void execute(Work work, JobExecution execution) throws JobExecutionException {
		WorkStep step = new WorkStep(this.run, work, this.engine, getJobRepository());
		try {
			handleStep(step, execution);
		}
		finally {
			this.failure = step.failure();
		}
		if (this.failure != null) {
			throw new JobExecutionException("Step %s failed".formatted(work.name()), this.failure);
		}
	}

	private void recordEmpty(List<String> empty) {
		if (!empty.isEmpty()) {
			this.workshop.transactions().run(() -> this.workshop.tables().steps().completeEmpty(this.run.id(), empty));
			empty.clear();
		}
	}

	private void complete(List<String> empty) {
		this.workshop.transactions().run(() -> {
			this.workshop.tables().steps().completeEmpty(this.run.id(), empty);
			this.workshop.tables().runs().end(this.run.id(), RunEnd.COMPLETED);
		});
		this.completed = true;
	}

	@Override
	public @Nullable Step getStep(String name) {
		return null;
	}

	@Override
	public Collection<String> getStepNames() {
		return this.job.works().stream().map(Work::name).toList();
	}

}
