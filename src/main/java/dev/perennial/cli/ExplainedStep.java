package dev.perennial.cli;

import java.util.List;

import dev.perennial.preview.fold.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a job decides about a subscription, and why, for people and programs.
 *
 * @param job the job
 * @param decided what it decides
 * @param reason the reason of a hold, or the error of what is parked
 * @param grounds the rules that lead there, each with its number
 */
record ExplainedStep(String job, String decided, @Nullable String reason, List<String> grounds) {

	static ExplainedStep of(Step step) {
		return new ExplainedStep(step.job(), step.decided(), step.reason(),
				step.grounds().stream().map(Object::toString).toList());
	}

	/** The decision on a line, and its grounds on lines below. */
	String text() {
		StringBuilder text = new StringBuilder("%-8s  %s".formatted(this.job, this.decided));
		if (this.reason != null) {
			text.append(' ').append(this.reason);
		}
		this.grounds.forEach((ground) -> text.append("\n            ").append(ground));
		return text.append('\n').toString();
	}

}
