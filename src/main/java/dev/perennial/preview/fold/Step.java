package dev.perennial.preview.fold;

import java.util.List;

import dev.perennial.renewal.Ground;
import dev.perennial.renewal.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a job decides about a subscription, and why.
 *
 * @param job the job
 * @param decided what it decides
 * @param reason the reason of a hold, or the error of what is parked
 * @param grounds the rules that lead there
 */
public record Step(String job, String decided, @Nullable String reason, List<Ground> grounds) {

	public Step {
		grounds = List.copyOf(grounds);
	}

	static Step of(String job, Verdict verdict) {
		return new Step(job, verdict.decided().name(), verdict.reason(), verdict.grounds());
	}

	static Step of(String job, String decided, String rule, String text) {
		return new Step(job, decided, null, List.of(new Ground(rule, text)));
	}

}
