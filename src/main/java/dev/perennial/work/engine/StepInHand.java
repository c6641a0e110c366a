package dev.perennial.work.engine;

import java.util.concurrent.atomic.AtomicLong;

import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcome;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;

/**
 * A step while it is worked: what its loops share, whatever kind of work it is.
 */
final class StepInHand {

	private final Run run;

	private final BatchStep step;

	private final Workshop workshop;

	private final Halt halt;

	private final AtomicLong parked = new AtomicLong();

	StepInHand(Run run, BatchStep step, Workshop workshop) {
		this.run = run;
		this.step = step;
		this.workshop = workshop;
		this.halt = new Halt(workshop.stop());
	}

	Run run() {
		return this.run;
	}

	BatchStep step() {
		return this.step;
	}

	Workshop workshop() {
		return this.workshop;
	}

	BatchItems items() {
		return this.workshop.tables().items();
	}

	Halt halt() {
		return this.halt;
	}

	Tries tries() {
		return new Tries(this.workshop.tables().parts());
	}

	/** Ends the items of a chunk and moves its part, inside the caller's transaction. */
	BatchPart end(BatchPart part, Chunk chunk, Outcomes outcomes) {
		items().end(this.step.id(), chunk, outcomes);
		return move(part, chunk.last().ordinal());
	}

	/** Parks one item for its failure, in a transaction of its own. */
	BatchPart park(BatchPart part, Item item, RuntimeException failure) {
		Outcomes outcomes = Outcomes.done().park(item, ErrorText.of(failure));
		BatchPart moved = this.workshop.transactions().inTransaction(() -> {
			items().endNamed(this.step.id(), outcomes);
			return move(part, item.ordinal());
		});
		counted(outcomes);
		return moved;
	}

	BatchPart move(BatchPart part, long to) {
		return (to > part.done()) ? this.workshop.tables().parts().move(part, to) : part;
	}

	/** Ends a part of which nothing is left to do. */
	void finish(BatchPart part) {
		if (!part.finished()) {
			this.workshop.transactions().run(() -> move(part, part.hi()));
		}
	}

	/**
	 * To be told the outcomes of each commit: when so many are parked that the fault
	 * cannot be the items', the step ends (rules 11.3).
	 */
	void counted(Outcomes committed) {
		long more = committed.named().values().stream().filter(Outcome.Parked.class::isInstance).count();
		if (more > 0 && this.run.parking().exceeded(this.parked.addAndGet(more), this.step.planned())) {
			this.halt.fail(new TooManyParked(this.step.name(), this.parked.get(), this.step.planned()));
		}
	}

	/**
	 * Counts what became of the plan, and completes the step.
	 * @throws CountMismatch if an item is not accounted for
	 */
	ItemCounts complete() {
		return this.workshop.transactions().inTransaction(() -> {
			ItemCounts counts = items().count(this.step.id());
			if (!counts.accountFor(this.step.planned())) {
				throw new CountMismatch(this.step, counts);
			}
			if (this.run.parking().exceeded(counts.parked(), this.step.planned())) {
				throw new TooManyParked(this.step.name(), counts.parked(), this.step.planned());
			}
			this.workshop.tables().steps().complete(this.step, counts);
			return counts;
		});
	}

}
