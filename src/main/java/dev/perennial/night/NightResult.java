package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.work.Question;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.launch.RunState;

/**
 * What became of a request: one part per night that was run.
 *
 * @param nights in the order in which they were run; none if nothing was open
 */
public record NightResult(List<End> nights) {

	/** The worst of the nights. */
	public ExitCode exitCode() {
		ExitCode code = ExitCode.DONE;
		for (End night : this.nights) {
			if (night.exitCode() != ExitCode.DONE) {
				code = night.exitCode();
			}
		}
		return code;
	}

	/**
	 * How one night ended.
	 *
	 * @param businessDate the date D
	 * @param closed whether D is closed
	 * @param end how its last job ended
	 * @param attention what a person should look at, one line each
	 */
	public record End(LocalDate businessDate, boolean closed, RunEnd end, List<String> attention) {

		public ExitCode exitCode() {
			if (this.end.state() == RunState.COMPLETED) {
				return this.attention.isEmpty() ? ExitCode.DONE : ExitCode.LOOK;
			}
			return (this.end.state() == RunState.WAITING && this.end.question() != Question.VIOLATIONS) ? ExitCode.WAITS
					: ExitCode.FAILED;
		}

	}

}
