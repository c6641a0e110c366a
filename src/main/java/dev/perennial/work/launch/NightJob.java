package dev.perennial.work.launch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.ErrorText;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.engine.Engine;
import dev.perennial.work.engine.Stopped;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
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

	private final RunRecords records;

	private @Nullable Throwable failure;

	private boolean completed;

	NightJob(NightlyJob job, Run run, Engine engine, RunRecords records, JobRepository repository) {
		super(job.name());
		this.job = job;
		this.run = run;
		this.engine = engine;
		this.records = records;
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
	protected void doExecute(JobExecution execution) throws JobInterruptedException {
		try {
			works(execution);
			execution.setExitStatus(ExitStatus.COMPLETED);
			execution.upgradeStatus(BatchStatus.COMPLETED);
		}
		catch (Stopped | ApprovalMissing ex) {
			this.failure = ex;
			throw new JobInterruptedException(ErrorText.of(ex));
		}
		catch (Throwable ex) {
			this.failure = ex;
			throw ex;
		}
	}

	private void works(JobExecution execution) {
		List<String> empty = new ArrayList<>();
		for (Work work : this.job.works()) {
			if (this.records.findsNothing(this.run, work)) {
				empty.add(work.name());
			}
			else if (!this.records.completed(this.run, work)) {
				this.records.recordEmpty(this.run, empty);
				empty.clear();
				new WorkStep(this.run, work, this.engine, getJobRepository()).execute(execution);
			}
		}
		this.records.complete(this.run, empty);
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
