package dev.perennial.night;

import java.util.List;

import dev.perennial.work.launch.CompletedRuns;
import dev.perennial.work.launch.Occasion;

/**
 * Which jobs of a night are not completed, and whether a job that is asked for is next.
 */
final class JobsLeft {

	private final NightOrder order;

	private final CompletedRuns completed;

	JobsLeft(NightOrder order, CompletedRuns completed) {
		this.order = order;
		this.completed = completed;
	}

	/**
	 * The names of the jobs that are left to run.
	 * @throws NotStarted if a job is asked for that there is not, or before its turn
	 */
	List<String> of(NightRequest request, Occasion occasion) {
		List<String> jobs = this.order.names(request);
		requireTurn(request, occasion);
		return jobs.stream().filter((job) -> !this.completed.contain(job, occasion)).toList();
	}

	/**
	 * Does nothing if all jobs before the one that is asked for are completed.
	 * @throws NotStarted if a job is asked for before its turn
	 */
	void requireTurn(NightRequest request, Occasion occasion) {
		if (request.job() == null) {
			return;
		}
		for (String earlier : this.order.before(request.job())) {
			if (!this.completed.contain(earlier, occasion)) {
				throw new NotStarted("Job '%s' is not completed for %s: '%s' comes after it".formatted(earlier,
						occasion.businessDate(), request.job()));
			}
		}
	}

}
