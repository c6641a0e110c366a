package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import dev.perennial.night.NightRequest.Consent;
import dev.perennial.work.Approval;
import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.Question;
import dev.perennial.work.Run;
import dev.perennial.work.lease.FencedTransactions;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of a night from what is stored with it and from what was said at
 * its start (rules 1.7, 11.5, 11.7).
 */
final class NightApproval implements Approval {

	private final Nights nights;

	private final FencedTransactions transactions;

	private final NightRules rules;

	private volatile @Nullable Consent consent;

	NightApproval(Nights nights, FencedTransactions transactions, NightRules rules) {
		this.nights = nights;
		this.transactions = transactions;
		this.rules = rules;
	}

	/** What was said at the start that goes on now. */
	void consent(@Nullable Consent given) {
		this.consent = given;
	}

	@Override
	public void ask(Run run, Question question, long count) {
		if (run.scoped()) {
			return;
		}
		NightRow night = this.nights.get(run.businessDate());
		if (question == Question.VIOLATIONS) {
			violations(night, count);
		}
		else {
			volume(night, question, count);
		}
	}

	/**
	 * An open date far before today runs only when somebody says so (rules 1.7).
	 * @throws ApprovalMissing if nobody did
	 */
	void askLate(NightRow night, NightLimits limits) {
		LocalDate today = night.today();
		if (today != null && night.businessDate().plusDays(limits.lateDays()).isBefore(today)) {
			require(night, Question.LATE_NIGHT,
					"The night of %s is late: its first start was on %s, more than %d days after it"
						.formatted(night.businessDate(), today, limits.lateDays()));
		}
	}

	private void volume(NightRow night, Question question, long count) {
		NightLimits limits = this.rules.limits(String.valueOf(night.settings()));
		List<Long> earlier = this.nights.counts(night.businessDate(), limits.nights(), question);
		this.transactions.run(() -> this.nights.count(night.businessDate(), question, count));
		if (count > limits.minimum() && 2 * count > limits.factor() * twiceTheMedian(earlier)) {
			require(night, question,
					"%d %s are unusually many: more than %d, and more than %d times the median of %s".formatted(count,
							question.name().toLowerCase(Locale.ROOT), limits.minimum(), limits.factor(),
							earlier.isEmpty() ? "no earlier night" : earlier));
		}
	}

	private void require(NightRow night, Question question, String why) {
		if (night.approvedBy() != null) {
			return;
		}
		Consent given = this.consent;
		if (given == null || !given.approve()) {
			this.transactions.run(() -> this.nights.waitFor(night.businessDate(), question.name()));
			throw new ApprovalMissing(question, why + ". If this is right, start with --approve");
		}
		this.transactions.run(() -> this.nights.approve(night.businessDate(), given.who()));
		// It covers this night, and no later one of a catch-up (rules 11.5).
		this.consent = new Consent(given.who(), false, given.violations());
	}

	private void violations(NightRow night, long count) {
		Consent given = this.consent;
		if (night.acceptedViolations() != null) {
			return;
		}
		if (given == null || given.violations() == null) {
			throw new ApprovalMissing(Question.VIOLATIONS,
					"%d invariants are violated: 'perennial check' lists them. Mend them, or close the day all the same with --accept-violations"
						.formatted(count));
		}
		String why = given.violations();
		this.transactions.run(() -> this.nights.acceptViolations(night.businessDate(), why, given.who()));
	}

	private static long twiceTheMedian(List<Long> ascending) {
		int size = ascending.size();
		return (size == 0) ? 0 : ascending.get((size - 1) / 2) + ascending.get(size / 2);
	}

}
