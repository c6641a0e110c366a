package dev.perennial.work.engine;

import java.util.List;

import dev.perennial.work.Answer;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Outcomes;
import dev.perennial.work.plan.BatchPart;

/**
 * Settles chunks: stores what the calls answered, and parks what cannot be stored.
 */
final class Settling<C, R> {

	private final EffectWork<C, R> work;

	private final StepInHand step;

	Settling(EffectWork<C, R> work, StepInHand step) {
		this.work = work;
		this.step = step;
	}

	/** Settles a chunk as a whole, inside the caller's transaction. */
	Settled chunk(BatchPart part, OpenChunk<C> open, Answers<C, R> answers) {
		if (part.done() >= open.chunk().last().ordinal()) {
			return new Settled(part, Outcomes.done());
		}
		Outcomes outcomes = settle(answers, answers.answers());
		return new Settled(this.step.progress().end(part, open.chunk(), outcomes), outcomes);
	}

	/**
	 * Settles a chunk in a transaction of its own, and item by item when that fails on
	 * the data.
	 */
	BatchPart apart(BatchPart part, OpenChunk<C> open, Answers<C, R> answers) {
		try {
			return this.step.tries().of(part, (now) -> counted(now, open, answers));
		}
		catch (RuntimeException ex) {
			if (!this.work.parks() || !Failures.isOfTheData(ex)) {
				throw ex;
			}
			answered(part, answers);
			return this.step.move(part, open.chunk().last().ordinal());
		}
	}

	/** Settles item by item those that were answered; the part stays where it is. */
	void answered(BatchPart part, Answers<C, R> answers) {
		for (Answer<C, R> answer : answers.answers()) {
			this.step.alone(part, answer.item(), () -> settle(answers, List.of(answer)));
		}
	}

	private BatchPart counted(BatchPart part, OpenChunk<C> open, Answers<C, R> answers) {
		Settled settled = this.step.inTransaction(() -> chunk(part, open, answers));
		this.step.counted(settled.outcomes());
		return settled.part();
	}

	private Outcomes settle(Answers<C, R> all, List<Answer<C, R>> some) {
		Outcomes outcomes = some.isEmpty() ? Outcomes.done() : this.work.settle(this.step.run(), some);
		return all.park(outcomes, some);
	}

	/**
	 * What a settlement did.
	 */
	record Settled(BatchPart part, Outcomes outcomes) {
	}

}
