package dev.perennial.work.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.RowWork;
import dev.perennial.work.plan.BatchPart;

/**
 * Works a part on the database: chunk by chunk in a transaction each, and a chunk that
 * fails on its data item by item (rules 11.3).
 */
final class RowLoop implements Consumer<BatchPart> {

	private final RowWork work;

	private final StepInHand step;

	private final int chunkSize;

	RowLoop(RowWork work, StepInHand step, int chunkSize) {
		this.work = work;
		this.step = step;
		this.chunkSize = chunkSize;
	}

	@Override
	public void accept(BatchPart part) {
		BatchPart now = part;
		for (Optional<Chunk> chunk = next(now); chunk.isPresent(); chunk = next(now)) {
			now = chunk(now, chunk.get());
		}
		this.step.finish(now);
	}

	private Optional<Chunk> next(BatchPart part) {
		this.step.halt().check();
		return this.step.progress().next(part, this.chunkSize);
	}

	private BatchPart chunk(BatchPart part, Chunk chunk) {
		try {
			return this.step.tries().of(part, (now) -> commit(now, chunk));
		}
		catch (RuntimeException ex) {
			if (!this.work.parks() || !Failures.isOfTheData(ex)) {
				throw ex;
			}
			return oneByOne(part, chunk);
		}
	}

	private BatchPart oneByOne(BatchPart part, Chunk chunk) {
		for (Item item : chunk) {
			this.step.alone(part, item, () -> this.work.execute(this.step.run(), new Chunk(List.of(item))));
		}
		return this.step.move(part, chunk.last().ordinal());
	}

	private BatchPart commit(BatchPart part, Chunk chunk) {
		if (part.done() >= chunk.last().ordinal()) {
			return part;
		}
		Committed committed = this.step.inTransaction(() -> {
			Outcomes outcomes = this.work.execute(this.step.run(), chunk);
			return new Committed(this.step.progress().end(part, chunk, outcomes), outcomes);
		});
		this.step.counted(committed.outcomes());
		return committed.part();
	}

	private record Committed(BatchPart part, Outcomes outcomes) {
	}

}
