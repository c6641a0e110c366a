package dev.perennial.work.launch;

import java.time.Duration;
import java.time.LocalDate;

import dev.perennial.work.ErrorText;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.engine.Failures;
import dev.perennial.work.engine.Stopped;
import dev.perennial.work.engine.WorkSettings;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.FencedTransactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs to their end: completed, or something that only a person can help with. A job
 * that failed for the database's sake is started again by itself, a bounded number of
 * times.
 */
public final class JobRuns {

	private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

	private final Launcher launcher;

	private final RunRecords records;

	private final WorkSettings settings;

	private final FencedTransactions transactions;

	JobRuns(Launcher launcher, RunRecords records, WorkSettings settings, FencedTransactions transactions) {
		this.transactions = transactions;
		this.launcher = launcher;
		this.records = records;
		this.settings = settings;
	}

	/**
	 * Starts or continues the job, under the lease that the caller holds. A job that is
	 * completed is not run again.
	 * @return how it ended
	 * @throws FenceLost if another process took over; nothing of this one is written any
	 * more
	 */
	public RunEnd run(NightlyJob job, Occasion occasion) {
		Duration pause = this.settings.backOff();
		for (int restarts = 0;; restarts++) {
			Throwable failure = tried(job, occasion, restarts > 0);
			if (failure == null) {
				return RunEnd.COMPLETED;
			}
			if (restarts == this.settings.restarts() || !Failures.isTransient(failure)) {
				return RunEnd.of(failure);
			}
			log.warn("Job {} failed and starts again in {} s: {}", job.name(), pause.toSeconds(),
					ErrorText.of(failure));
			if (!slept(pause)) {
				return RunEnd.of(new Stopped("Interrupted before a restart; start again to continue"));
			}
			pause = pause.multipliedBy(2);
		}
	}

	/**
	 * Ends what runs of single subscriptions left undone: whoever runs the night as a
	 * whole does all that they would have. Under the lease, so none of them lives.
	 */
	public void takeOverScoped(LocalDate businessDate) {
		this.records.takeOverScoped(businessDate);
	}

	private @Nullable Throwable tried(NightlyJob job, Occasion occasion, boolean again) {
		try {
			if (again) {
				this.transactions.awaitEarlier();
			}
			return this.launcher.launch(job, occasion);
		}
		catch (FenceLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private static boolean slept(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
