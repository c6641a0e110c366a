package dev.perennial.work.launch;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.engine.Engine;
import dev.perennial.work.engine.Stopped;
import dev.perennial.work.plan.ItemCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/**
 * A work as a step of Spring Batch. Spring Batch is told what happened; what is to happen
 * comes from our own tables alone.
 */
final class WorkStep extends AbstractStep {

	private final Run run;

	private final Work work;

	private final Engine engine;

	private @Nullable Throwable failure;

	private boolean completed;

	WorkStep(Run run, Work work, Engine engine, JobRepository repository) {
		super(repository);
		this.run = run;
		this.work = work;
		this.engine = engine;
		setName(work.name());
		// Whether there is something to do is decided before, and not by Spring Batch.
		setAllowStartIfComplete(true);
	}

	/** Whether our own tables say that the step is completed. */
	boolean completed() {
		return this.completed;
	}

	/** What ended the step, if it did not complete. */
	@Nullable Throwable failure() {
		return this.failure;
	}

	@Override
	protected void doExecute(StepExecution execution) throws Exception {
		try {
			ItemCounts counts = this.engine.work(this.run, this.work);
			this.completed = true;
			execution.setReadCount(counts.total());
			execution.setWriteCount(counts.done());
			execution.setFilterCount(counts.skipped());
			execution.setProcessSkipCount(counts.parked());
		}
		catch (Stopped | ApprovalMissing ex) {
			this.failure = ex;
			execution.setTerminateOnly();
			throw new JobInterruptedException(ErrorText.of(ex));
		}
		catch (Throwable ex) {
			this.failure = ex;
			throw ex;
		}
	}

}
