package dev.perennial.job.verify;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.perennial.renewal.Rulebook;
import dev.perennial.work.Answer;
import dev.perennial.work.Approval;
import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.Plan;
import dev.perennial.work.Question;
import dev.perennial.work.RateLimiter;
import dev.perennial.work.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what the night left, outside of the engine's transactions because it may take
 * minutes; a violation keeps the night open unless a person accepts it (rules 11.7).
 */
class CheckInvariants implements EffectWork<Limits, Findings> {

	private static final Logger log = LoggerFactory.getLogger(CheckInvariants.class);

	/** What an error has room for. */
	private static final int NAMED = 3;

	private final Checks checks;

	private final Approval approval;

	private final Duration lease;

	CheckInvariants(Checks checks, Approval approval, Duration lease) {
		this.checks = checks;
		this.approval = approval;
		this.lease = lease;
	}

	@Override
	public String name() {
		return "check-invariants";
	}

	@Override
	public Plan plan(Run run) {
		return run.scoped() ? Plan.of(List.of()) : Plan.once();
	}

	@Override
	public Pace pace() {
		return Pace.oneEach(1, RateLimiter.unlimited());
	}

	/** A night that was not checked does not go on. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Claims<Limits> claim(Run run, Chunk chunk) {
		Claims<Limits> claims = new Claims<>();
		Limits limits = Limits.of(Rulebook.read(run.settings()), this.lease);
		chunk.forEach((item) -> claims.claim(item, limits));
		return claims;
	}

	@Override
	public Findings call(Run run, Limits limits) {
		return this.checks.ofNights(run.businessDate(), run.businessDate(), limits);
	}

	@Override
	public Findings unknown(Run run, Limits limits, RuntimeException failure) {
		throw failure;
	}

	@Override
	public Outcomes settle(Run run, List<Answer<Limits, Findings>> answers) {
		answers.forEach((answer) -> judge(run, answer.result()));
		return Outcomes.done();
	}

	private void judge(Run run, Findings findings) {
		findings.withLeftOut()
			.forEach((checked) -> log.info("{} left out {}", checked.invariant().id(), checked.leftOut()));
		findings.violations().forEach((violation) -> log.error("{}", violation));
		if (findings.found() == 0) {
			return;
		}
		try {
			this.approval.ask(run, Question.VIOLATIONS, findings.found());
		}
		catch (ApprovalMissing ex) {
			String first = findings.violations()
				.stream()
				.limit(NAMED)
				.map(Violation::toString)
				.collect(Collectors.joining("; "));
			throw new ApprovalMissing(ex.question(), "%s. %s".formatted(ex.getMessage(), first));
		}
	}

}
