package dev.perennial.work.engine;

import java.util.Optional;

import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.lease.FencedTransactions;

/**
 * Freezes the plan of a work: in ranges, so that a kill loses one range at most, and the
 * last range with the count and the parts in one transaction.
 */
final class Planning {

	static final int RANGE = 50_000;

	private static final int SMALL = 1_000;

	private static final int PARTS_PER_WORKER = 4;

	private final FencedTransactions transactions;

	private final BatchSteps steps;

	private final BatchParts parts;

	private final PlanKeys keys;

	private final int threads;

	Planning(Workshop workshop) {
		this.transactions = workshop.transactions();
		this.steps = workshop.tables().steps();
		this.parts = workshop.tables().parts();
		this.keys = workshop.tables().keys();
		this.threads = workshop.settings().workers();
	}

	boolean findsNothing(Run run, Work work) {
		return this.keys.empty(work.plan(run));
	}

	/** Goes on until the plan of the work is frozen. */
	BatchStep freeze(Run run, Work work) {
		Plan plan = work.plan(run);
		BatchStep step;
		do {
			step = this.transactions.inTransaction(() -> freezeRange(run, work, plan));
		}
		while (step.state() == BatchStep.State.PLANNING);
		return step;
	}

	private BatchStep freezeRange(Run run, Work work, Plan plan) {
		Optional<BatchStep> begun = this.steps.find(run.id(), work.name());
		BatchStep step = begun.orElseGet(() -> this.steps.begin(run.id(), work.name()));
		if (step.state() != BatchStep.State.PLANNING) {
			return step;
		}
		Item after = this.keys.last(step.id());
		int frozen = this.keys.freeze(step.id(), plan, after, RANGE);
		return (frozen < RANGE) ? close(run, work, step, after.ordinal() + frozen) : step;
	}

	private BatchStep close(Run run, Work work, BatchStep step, long count) {
		if (count > 0) {
			this.parts.cut(step.id(), count, partsFor(work, count));
			work.planned(run, count);
		}
		return this.steps.planned(step, count);
	}

	private int partsFor(Work work, long count) {
		if (work instanceof EffectWork<?, ?> effects) {
			long chunks = 1 + (count - 1) / effects.pace().chunk();
			return (int) Math.min(chunks, (long) PARTS_PER_WORKER * effects.pace().lanes());
		}
		return (count < SMALL || work.inOrder()) ? 1 : PARTS_PER_WORKER * this.threads;
	}

}
