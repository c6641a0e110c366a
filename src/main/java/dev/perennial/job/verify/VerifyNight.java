package dev.perennial.job.verify;

import java.time.Duration;

import dev.perennial.renewal.Rulebook;
import dev.perennial.work.Approval;
import dev.perennial.work.Chunk;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Plan;
import dev.perennial.work.Question;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what the jobs of the night left; a violation keeps the day open until a person
 * says otherwise (rules 11.7).
 */
class VerifyNight implements RowWork {

	private static final Logger logger = LoggerFactory.getLogger(VerifyNight.class);

	private final Checks checks;

	private final Approval approval;

	private final Duration lease;

	VerifyNight(Checks checks, Approval approval, Duration lease) {
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
		return Plan.once();
	}

	/** What cannot be checked is not known to be right. */
	@Override
	public boolean parks() {
		return false;
	}

	@Override
	public Outcomes execute(Run run, Chunk chunk) {
		Findings findings = this.checks.ofNights(run.businessDate(), run.businessDate(),
				Limits.of(Rulebook.read(run.settings()), this.lease));
		findings.violations().forEach((violation) -> logger.error("{}", violation));
		if (findings.found() > 0) {
			this.approval.ask(run, Question.VIOLATIONS, findings.found());
		}
		return Outcomes.done();
	}

}
