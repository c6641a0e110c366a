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

/**
 * Does a work: freezes its plan, works its parts, counts (rules 11.2).
 */
final class Engine {

	private final Workshop workshop;

	private final Planning planning;

	private final JobsSettings jobs;

	private final Approval approval;

	Engine(Workshop workshop, JobsSettings jobs, Approval approval) {
		this.workshop = workshop;
		this.planning = new Planning(workshop);
		this.jobs = jobs;
		this.approval = approval;
	}

	Planning planning() {
		return this.planning;
	}

	ItemCounts work(Run run, Work work) {
		BatchStep step = this.planning.freeze(run, work);
		StepInHand inHand = new StepInHand(run, step, this.workshop);
		if (work instanceof RowWork rows) {
			int chunkSize = this.jobs.of(run.job()).chunkSize();
			work(inHand, this.workshop.settings().workers(), new RowLoop(rows, inHand, chunkSize));
		}
		else {
			effects(inHand, (EffectWork<?, ?>) work);
		}
		return inHand.complete();
	}

	private <C, R> void effects(StepInHand step, EffectWork<C, R> work) {
		Question question = work.question();
		if (question != null && step.step().planned() > 0) {
			this.approval.ask(step.run(), question, step.step().planned());
		}
		ExecutorService threads = Workers.pool(work.name() + "-call", work.pace().concurrency());
		try {
			Calls<C, R> calls = new Calls<>(work, step.run(), this.workshop.lease(), threads);
			work(step, work.pace().lanes(), new EffectLoop<>(work, step, calls));
		}
		finally {
			threads.shutdown();
		}
	}

	/** The parts of the plan first, then the part of what is tried again. */
	private void work(StepInHand step, int threads, Consumer<BatchPart> loop) {
		List<BatchPart> open = this.workshop.tables().parts().open(step.step().id());
		Workers workers = new Workers(step.step().name(), threads, step.halt());
		workers.work(open.stream().filter((part) -> part.number() != BatchPart.AGAIN).toList(), loop);
		workers.work(open.stream().filter((part) -> part.number() == BatchPart.AGAIN).toList(), loop);
	}

}
