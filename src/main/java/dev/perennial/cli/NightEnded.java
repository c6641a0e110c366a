package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import dev.perennial.night.NightResult;
import dev.perennial.work.launch.RunState;
import org.jspecify.annotations.Nullable;

/**
 * How a night ended, as {@code night} prints it.
 *
 * @param date the date D
 * @param closed whether D is closed
 * @param state how its last job ended
 * @param error why, unless it completed
 * @param jobs its jobs so far
 * @param attention what a person should look at
 */
record NightEnded(LocalDate date, boolean closed, RunState state, String error, List<JobRun> jobs,
		List<String> attention) {

	static NightEnded of(NightResult.End end, List<JobRun> jobs) {
		return new NightEnded(end.businessDate(), end.closed(), end.end().state(), end.end().error(), jobs,
				end.attention());
	}

	/**
	 * What {@code night} prints.
	 * @param asked the date that was given, if one was
	 */
	static String text(List<NightEnded> nights, @Nullable LocalDate asked) {
		return nights.isEmpty() ? nothing(asked)
				: nights.stream().map(NightEnded::text).collect(Collectors.joining("\n\n"));
	}

	/** Why there is no night to run: a date that is given is one that is closed. */
	static String nothing(@Nullable LocalDate asked) {
		return (asked != null) ? "The night of %s is closed already: there is nothing to do".formatted(asked)
				: "No night is open: there is nothing to do";
	}

	private String text() {
		StringBuilder text = new StringBuilder(JobRun.table(this.jobs));
		this.attention.forEach((line) -> text.append("\nLook: ").append(line));
		text.append("\nNight of ").append(this.date).append(": ").append(ending());
		return text.toString();
	}

	private String ending() {
		return switch (this.state) {
			case COMPLETED -> this.closed ? "closed" : "what was asked for is done; the night is still open";
			case WAITING -> "waits for approval. " + this.error;
			case STOPPED -> "stopped, start it again to go on. " + this.error;
			case FAILED, RUNNING -> "failed, not closed. " + this.error;
		};
	}

}
