package dev.perennial.work.plan;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts of plans, and how far each is done.
 */
final class BatchParts {

	private final JdbcClient jdbc;

	BatchParts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Cuts ordinals 1 to {@code count} into parts of equal counts. */
	void cut(long stepId, long count, int parts) {
		for (int number = 1; number <= parts; number++) {
			insert(stepId, number, count * (number - 1) / parts, count * number / parts);
		}
	}

	/** Opens the part in which the parked items of a plan are tried again. */
	void again(long stepId, long count) {
		this.jdbc.sql("DELETE FROM batch_part WHERE step_id = :stepId AND part_no = :number")
			.param("stepId", stepId)
			.param("number", BatchPart.AGAIN)
			.update();
		insert(stepId, BatchPart.AGAIN, 0, count);
	}

	/** The parts that are not done, that of the items to try again last. */
	List<BatchPart> open(long stepId) {
		return this.jdbc.sql("""
				SELECT part_no, done, hi FROM batch_part WHERE step_id = :stepId AND done < hi
				ORDER BY part_no = 0, part_no
				""")
			.param("stepId", stepId)
			.query((rs, row) -> new BatchPart(stepId, rs.getInt("part_no"), rs.getLong("done"), rs.getLong("hi")))
			.list();
	}

	/** How far the part is done now. */
	BatchPart read(BatchPart part) {
		return part.at(this.jdbc.sql("SELECT done FROM batch_part WHERE step_id = :stepId AND part_no = :number")
			.param("stepId", part.stepId())
			.param("number", part.number())
			.query(Long.class)
			.single());
	}

	/**
	 * Moves the part on by compare-and-set, in the transaction that wrote the rows.
	 * @throws IllegalStateException if somebody else moved it
	 */
	BatchPart move(BatchPart part, long to) {
		int moved = this.jdbc.sql("""
				UPDATE batch_part SET done = :to
				WHERE step_id = :stepId AND part_no = :number AND done = :done
				""")
			.param("to", to)
			.param("stepId", part.stepId())
			.param("number", part.number())
			.param("done", part.done())
			.update();
		if (moved != 1) {
			throw new PartMoved(part);
		}
		return part.at(to);
	}

	private void insert(long stepId, int number, long lo, long hi) {
		this.jdbc
			.sql("INSERT INTO batch_part (step_id, part_no, lo, hi, done) VALUES (:stepId, :number, :lo, :hi, :lo)")
			.param("stepId", stepId)
			.param("number", number)
			.param("lo", lo)
			.param("hi", hi)
			.update();
	}

}
