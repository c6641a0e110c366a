package dev.perennial.work.plan;

import java.util.List;
import java.util.Optional;

import dev.perennial.work.Chunk;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the parts of a frozen plan are done. What moves it is called inside the
 * transaction that writes the rows.
 */
public final class Progress {

	private final BatchParts parts;

	private final BatchItems items;

	public Progress(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.parts = new BatchParts(jdbc);
		this.items = new BatchItems(jdbc, batches);
	}

	/** The parts that are not done, that of the items to try again last. */
	public List<BatchPart> open(BatchStep step) {
		return this.parts.open(step.id());
	}

	/** How far a part is done now. */
	public BatchPart read(BatchPart part) {
		return this.parts.read(part);
	}

	/** The next items of a part that are still to do, at most {@code size}. */
	public Optional<Chunk> next(BatchPart part, int size) {
		return this.items.next(part, size);
	}

	/**
	 * Ends the items of a chunk, and moves its part on by compare-and-set.
	 * @throws PartMoved if somebody else moved it
	 */
	public BatchPart end(BatchPart part, Chunk chunk, Outcomes outcomes) {
		this.items.end(part.stepId(), chunk, outcomes);
		return move(part, chunk.last().ordinal());
	}

	/** Whether an item is still to do. */
	public boolean pending(BatchPart part, Item item) {
		return this.items.pending(part.stepId(), item);
	}

	/**
	 * Ends one item of a part that moves on later.
	 * @throws PartMoved if somebody else ended it
	 */
	public void endAlone(BatchPart part, Item item, Outcomes outcomes) {
		if (!pending(part, item)) {
			throw new PartMoved(part);
		}
		this.items.end(part.stepId(), new Chunk(List.of(item)), outcomes);
	}

	/** Ends the items that the outcomes name, and moves nothing. */
	public void endNamed(BatchPart part, Outcomes outcomes) {
		this.items.endNamed(part.stepId(), outcomes);
	}

	/**
	 * Moves a part on by compare-and-set, never back.
	 * @throws PartMoved if somebody else moved it
	 */
	public BatchPart move(BatchPart part, long to) {
		return (to > part.done()) ? this.parts.move(part, to) : part;
	}

}
