package dev.perennial.work.engine;

import java.util.function.Consumer;

import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.plan.BatchPart;

/**
 * Works a part whose effects leave the house: claim a chunk, call, then settle it and
 * claim the next in one transaction (rules 6.1).
 */
final class EffectLoop<C, R> implements Consumer<BatchPart> {

	private final StepInHand step;

	private final Claiming<C, R> claiming;

	private final Calls<C, R> calls;

	private final Settling<C, R> settling;

	private final boolean parks;

	EffectLoop(EffectWork<C, R> work, StepInHand step, Ahead ahead, Calls<C, R> calls) {
		this.step = step;
		this.claiming = new Claiming<>(work, step, ahead);
		this.calls = calls;
		this.settling = new Settling<>(work, step);
		this.parks = work.parks();
	}

	@Override
	public void accept(BatchPart part) {
		this.step.halt().check();
		Turn<C> turn = claim(part);
		for (OpenChunk<C> open = turn.open(); open != null; open = turn.open()) {
			turn = settleAndClaim(turn.part(), open, this.calls.make(open.claimed()));
		}
		this.step.halt().check();
		this.step.finish(turn.part());
	}

	private Turn<C> claim(BatchPart part) {
		try {
			return counted(this.step.tries().of(part, (now) -> this.step.inTransaction(() -> this.claiming.next(now))));
		}
		catch (RuntimeException ex) {
			if (!this.parks || !Failures.isOfTheData(ex)) {
				throw ex;
			}
			return counted(this.claiming.nextOneByOne(part));
		}
	}

	private Turn<C> settleAndClaim(BatchPart part, OpenChunk<C> open, Answers<C, R> answers) {
		if (answers.broken() != null) {
			this.settling.answered(part, answers);
			answers.requireAll();
		}
		try {
			return counted(
					this.step.tries().of(part, (now) -> this.step.inTransaction(() -> together(now, open, answers))));
		}
		catch (RuntimeException ex) {
			if (!Failures.isOfTheData(ex)) {
				throw ex;
			}
			// Whichever of the two failed, the answers come first.
			return claim(this.settling.apart(part, open, answers));
		}
	}

	private Turn<C> together(BatchPart part, OpenChunk<C> open, Answers<C, R> answers) {
		Settling.Settled settled = this.settling.chunk(part, open, answers);
		return this.claiming.next(settled.part()).after(settled.outcomes());
	}

	private Turn<C> counted(Turn<C> committed) {
		for (Outcomes outcomes : committed.outcomes()) {
			this.step.counted(outcomes);
		}
		return committed;
	}

}
