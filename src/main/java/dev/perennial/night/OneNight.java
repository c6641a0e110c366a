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

	private final JobsLeft left;

	private final JobRuns runs;

	private final Aftermath aftermath;

	OneNight(NightBook book, NightApproval approval, JobsLeft left, JobRuns runs, Aftermath aftermath) {
		this.book = book;
		this.approval = approval;
		this.left = left;
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
		this.left.requireTurn(request, occasion);
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

	private RunEnd approved(NightRow night) {
		try {
			this.approval.askLate(night, this.book.limits(night));
			return RunEnd.COMPLETED;
		}
		catch (ApprovalMissing ex) {
			return RunEnd.of(ex);
		}
	}

}
