package dev.perennial.cli;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A job of a night, as it stands.
 *
 * @param job its name
 * @param scope the one subscription that it did, empty for all
 * @param state its state
 * @param planned the rows that it planned
 * @param counts what became of them
 * @param millis from its first start to its end, or until now
 * @param error why it ended, if it did not complete
 */
record JobRun(String job, String scope, String state, long planned, Counts counts, long millis,
		@Nullable String error) {

	static String table(List<JobRun> jobs) {
		return Texts.table(List.of("job", "state", "planned", "done", "skipped", "parked", "time"),
				jobs.stream().map(JobRun::cells).toList());
	}

	private List<String> cells() {
		return List.of(this.scope.isEmpty() ? this.job : this.job + " " + this.scope, this.state,
				Long.toString(this.planned), Long.toString(this.counts.done()), Long.toString(this.counts.skipped()),
				Long.toString(this.counts.parked()), Texts.duration(Duration.ofMillis(this.millis)));
	}

	/**
	 * What became of the rows of a job.
	 *
	 * @param done done
	 * @param skipped left for a reason
	 * @param parked left with an error
	 */
	record Counts(long done, long skipped, long parked) {
	}

}
