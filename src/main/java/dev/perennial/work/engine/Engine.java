package dev.perennial.work.engine;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import dev.perennial.work.Approval;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Question;
import dev.perennial.work.RowWork;
import dev.perennial.work.Run;
import dev.perennial.work.Work;
import dev.perennial.work.plan.BatchPart;
import dev.perennial.work.plan.BatchStep;
import dev.perennial.work.plan.Cut;
import dev.perennial.work.plan.ItemCounts;
import dev.perennial.work.plan.Plans;

/**
 * Does a work: freezes its plan, works its parts, counts (rules 11.2).
 */
public final class Engine {

	private final Workshop workshop;

	private final Plans plans;

	private final WorkSettings settings;

	private final JobsSettings jobs;

	private final Approval approval;

	public Engine(Workshop workshop, Plans plans, WorkSettings settings, JobsSettings jobs, Approval approval) {
		this.workshop = workshop;
		this.plans = plans;
		this.settings = settings;
		this.jobs = jobs;
		this.approval = approval;
	}

	/**
	 * Does the work, or what is left of it.
	 * @throws Stopped if somebody asked to stop; what is in flight is committed then
	 */
	public ItemCounts work(Run run, Work work) {
		new Halt(this.workshop.stop()).check();
		Cut cut = cut(run, work);
		BatchStep step = this.plans.freeze(run, work, cut);
		StepInHand inHand = new StepInHand(run, step, this.workshop);
		if (work instanceof RowWork rows) {
			work(inHand, cut.threads(), new RowLoop(rows, inHand, cut.chunk()));
		}
		else {
			effects(inHand, (EffectWork<?, ?>) work);
		}
		return this.workshop.transactions().inTransaction(() -> complete(run, step));
	}

	private Cut cut(Run run, Work work) {
		return (work instanceof EffectWork<?, ?> effects) ? new Cut(effects.pace().chunk(), effects.pace().lanes())
				: new Cut(this.jobs.of(run.job()).chunkSize(), this.settings.workers());
	}

	private <C, R> void effects(StepInHand step, EffectWork<C, R> work) {
		Question question = work.question();
		if (question != null && step.step().planned() > 0) {
			this.approval.ask(step.run(), question, step.step().planned());
		}
		ExecutorService threads = Workers.pool(work.name() + "-call", work.pace().concurrency());
		try (Ahead ahead = new Ahead(work, step)) {
			Calls<C, R> calls = new Calls<>(work, step.run(), this.workshop.lease(), threads);
			work(step, work.pace().lanes(), new EffectLoop<>(work, step, ahead, calls));
		}
		finally {
			threads.shutdown();
		}
	}

	/** The parts of the plan first, then the part of what is tried again. */
	private void work(StepInHand step, int threads, Consumer<BatchPart> loop) {
		List<BatchPart> open = this.workshop.progress().open(step.step());
		Workers workers = new Workers(step.step().name(), threads, step.halt());
		workers.work(open.stream().filter((part) -> !part.again()).toList(), loop);
		workers.work(open.stream().filter(BatchPart::again).toList(), loop);
	}

	private ItemCounts complete(Run run, BatchStep step) {
		ItemCounts counts = this.plans.complete(step);
		if (run.parking().exceeded(counts.parked(), step.planned())) {
			throw new TooManyParked(step, counts.parked());
		}
		return counts;
	}

}
