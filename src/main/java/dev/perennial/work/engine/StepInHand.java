package dev.perennial.work.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.perennial.work.ErrorText;
import dev.perennial.work.Item;
import dev.perennial.work.Outcome;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Run;
import dev.perennial.work.plan.BatchPart;
import dev.perennial.work.plan.BatchStep;
import dev.perennial.work.plan.Progress;

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

	Halt halt() {
		return this.halt;
	}

	Progress progress() {
		return this.workshop.progress();
	}

	Tries tries() {
		return new Tries(this.workshop.progress(), this.workshop.transactions());
	}

	<T> T inTransaction(Supplier<T> work) {
		return this.workshop.transactions().inTransaction(work);
	}

	<T> T reading(Supplier<T> work) {
		return this.workshop.transactions().reading(work);
	}

	/**
	 * Does one item of a chunk that failed on its data in a transaction of its own, and
	 * parks it if it fails again. Its part moves on when all of the chunk are through.
	 */
	void alone(BatchPart part, Item item, Supplier<Outcomes> work) {
		tries().of(part, (now) -> {
			if (progress().pending(part, item)) {
				counted(doneOrParked(part, item, work));
			}
			return now;
		});
	}

	private Outcomes doneOrParked(BatchPart part, Item item, Supplier<Outcomes> work) {
		try {
			return inTransaction(() -> ended(part, item, work.get()));
		}
		catch (RuntimeException ex) {
			if (!Failures.isOfTheData(ex)) {
				throw ex;
			}
			return inTransaction(() -> ended(part, item, Outcomes.done().park(item, ErrorText.of(ex))));
		}
	}

	private Outcomes ended(BatchPart part, Item item, Outcomes outcomes) {
		progress().endAlone(part, item, outcomes);
		return outcomes;
	}

	/** Moves a part on, in a transaction of its own. */
	BatchPart move(BatchPart part, long to) {
		return tries().of(part, (now) -> inTransaction(() -> progress().move(now, to)));
	}

	/** Ends a part of which nothing is left to do. */
	void finish(BatchPart part) {
		if (!part.finished()) {
			move(part, part.hi());
		}
	}

	/**
	 * To be told the outcomes of each commit: when so many are parked that the fault
	 * cannot be the items', the step ends (rules 11.3).
	 */
	void counted(Outcomes committed) {
		long more = committed.named().values().stream().filter(Outcome.Parked.class::isInstance).count();
		if (more > 0) {
			long sum = this.parked.addAndGet(more);
			if (this.run.parking().exceeded(sum, this.step.planned())) {
				this.halt.fail(new TooManyParked(this.step, sum));
			}
		}
	}

}
