package dev.perennial.work.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.ErrorText;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.plan.BatchStep;
import dev.perennial.work.plan.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What our own tables say about runs: the only truth about what is done.
 */
final class RunRecords {

	private static final Logger log = LoggerFactory.getLogger(RunRecords.class);

	private final BatchRuns runs;

	private final Plans plans;

	private final FencedTransactions transactions;

	RunRecords(BatchRuns runs, Plans plans, FencedTransactions transactions) {
		this.runs = runs;
		this.plans = plans;
		this.transactions = transactions;
	}

	/**
	 * Begins a run or goes on with one.
	 * @return the run, or none if it is completed
	 */
	Optional<Run> open(NightlyJob job, Occasion occasion) {
		return this.transactions.inTransaction(() -> {
			Optional<BatchRuns.BatchRun> before = this.runs.find(job.name(), occasion);
			if (before.isEmpty()) {
				return Optional.of(occasion.run(this.runs.begin(job.name(), occasion), job.name()));
			}
			if (before.get().state() == RunState.COMPLETED) {
				return Optional.empty();
			}
			if (before.get().state() == RunState.FAILED) {
				this.plans.tryParkedAgain(before.get().id());
			}
			this.runs.goOn(before.get().id());
			return Optional.of(occasion.run(before.get().id(), job.name()));
		});
	}

	void takeOverScoped(LocalDate businessDate) {
		this.transactions.run(() -> this.runs.takeOverScoped(businessDate));
	}

	boolean completed(Run run, Work work) {
		return this.plans.find(run, work).filter((step) -> step.state() == BatchStep.State.COMPLETED).isPresent();
	}

	/** Whether the work is not begun, and would have nothing to do. */
	boolean findsNothing(Run run, Work work) {
		return this.plans.find(run, work).isEmpty() && this.plans.findsNothing(run, work);
	}

	void recordEmpty(Run run, List<String> works) {
		if (!works.isEmpty()) {
			this.transactions.run(() -> this.plans.recordEmpty(run, works));
		}
	}

	/** Completes the run, and the works at its end that had nothing to do. */
	void complete(Run run, List<String> empty) {
		this.transactions.run(() -> {
			this.plans.recordEmpty(run, empty);
			this.runs.end(run.id(), RunEnd.COMPLETED);
		});
	}

	/** Stores why the run did not complete; if that fails, it is found as it was left. */
	void end(Run run, RunEnd end) {
		try {
			this.transactions.run(() -> this.runs.end(run.id(), end));
		}
		catch (FenceLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.warn("How {} ended could not be stored: {}", run, ErrorText.of(ex));
		}
	}

}
