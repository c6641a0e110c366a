package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.launch.JobRuns;
import dev.perennial.work.launch.Occasion;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;

/**
 * The night of one date, under the lease: begins it, runs its jobs, closes it.
 */
final class OneNight {

	private final NightBook book;

	private final NightApproval approval;

	private final NightOrder order;

	private final JobRuns runs;

	private final Aftermath aftermath;

	OneNight(NightBook book, NightApproval approval, NightOrder order, JobRuns runs, Aftermath aftermath) {
		this.book = book;
		this.approval = approval;
		this.order = order;
		this.runs = runs;
		this.aftermath = aftermath;
	}

	/**
	 * Runs the jobs that are not completed, up to the first that does not complete.
	 * @throws NotStarted if a job is asked for before its turn
	 */
	NightResult.End run(LocalDate businessDate, NightRequest request, List<NightlyJob> jobs) {
		NightRow night = this.book.begin(businessDate);
		Occasion occasion = this.book.occasion(night, request.scope());
		requireEarlierJobs(request, jobs, occasion);
		if (request.whole()) {
			this.runs.takeOverScoped(businessDate);
		}
		RunEnd end = approved(night);
		for (NightlyJob job : jobs) {
			if (end.state() == RunState.COMPLETED) {
				end = this.runs.run(job, occasion);
			}
		}
		boolean closed = end.state() == RunState.COMPLETED && request.whole();
		if (closed) {
			this.book.close(businessDate);
		}
		return new NightResult.End(businessDate, closed, end, this.aftermath.of(businessDate));
	}

	/**
	 * The names of the jobs that are left to run.
	 * @throws NotStarted if a job is asked for before its turn
	 */
	List<String> left(NightRequest request, List<NightlyJob> jobs, Occasion occasion) {
		requireEarlierJobs(request, jobs, occasion);
		return jobs.stream().filter((job) -> !this.runs.completed(job, occasion)).map(NightlyJob::name).toList();
	}

	private RunEnd approved(NightRow night) {
		try {
			this.approval.askLate(night, this.book.limits(night));
			return RunEnd.COMPLETED;
		}
		catch (ApprovalMissing ex) {
			return RunEnd.of(ex);
		}
	}

	private void requireEarlierJobs(NightRequest request, List<NightlyJob> jobs, Occasion occasion) {
		if (request.job() == null) {
			return;
		}
		for (NightlyJob earlier : this.order.before(jobs.get(0))) {
			if (!this.runs.completed(earlier, occasion)) {
				throw new NotStarted("Job '%s' is not completed for %s: '%s' comes after it".formatted(earlier.name(),
						occasion.businessDate(), request.job()));
			}
		}
	}

}
