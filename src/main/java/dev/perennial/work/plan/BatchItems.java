package dev.perennial.work.plan;

import java.util.List;
import java.util.Optional;

import dev.perennial.rows.Rows;
import dev.perennial.work.Chunk;
import dev.perennial.work.ErrorText;
import dev.perennial.work.Item;
import dev.perennial.work.Outcome;
import dev.perennial.work.Outcomes;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The items of plans.
 */
final class BatchItems {

	private final JdbcClient jdbc;

	private final Rows rows;

	BatchItems(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.rows = new Rows(batches.getJdbcTemplate());
	}

	/** The next items of a range that are still to do, at most {@code size}. */
	Optional<Chunk> next(BatchPart part, int size) {
		if (part.finished()) {
			return Optional.empty();
		}
		List<Item> items = this.jdbc.sql("""
				SELECT ordinal, item_key FROM batch_item
				WHERE step_id = :stepId AND ordinal > :after AND ordinal <= :hi AND state = 'PENDING'
				ORDER BY ordinal LIMIT :size
				""")
			.param("stepId", part.stepId())
			.param("after", part.done())
			.param("hi", part.hi())
			.param("size", size)
			.query((rs, row) -> new Item(rs.getLong("ordinal"), rs.getString("item_key")))
			.list();
		return items.isEmpty() ? Optional.empty() : Optional.of(new Chunk(items));
	}

	/** Whether the item is still to do; locks it inside a transaction. */
	boolean pending(long stepId, Item item) {
		return this.jdbc.sql("SELECT state FROM batch_item WHERE step_id = :stepId AND ordinal = :ordinal FOR UPDATE")
			.param("stepId", stepId)
			.param("ordinal", item.ordinal())
			.query(String.class)
			.single()
			.equals("PENDING");
	}

	/** Ends all pending items from the first to the last of a chunk. */
	void end(long stepId, Chunk chunk, Outcomes outcomes) {
		endNamed(stepId, outcomes);
		this.jdbc.sql("""
				UPDATE batch_item SET state = 'DONE'
				WHERE step_id = :stepId AND ordinal BETWEEN :first AND :last AND state = 'PENDING'
				""")
			.param("stepId", stepId)
			.param("first", chunk.first().ordinal())
			.param("last", chunk.last().ordinal())
			.update();
	}

	/**
	 * Ends the items that the outcomes name. What has come to an end stays as it ended: a
	 * commit that was thought to be lost may have arrived meanwhile, and who finds its
	 * work done cannot tell any more why an item was skipped (rules 11.2).
	 */
	void endNamed(long stepId, Outcomes outcomes) {
		this.rows.update("""
				UPDATE batch_item
				   SET reason = CASE state WHEN 'PENDING' THEN ? ELSE reason END,
				       error = CASE state WHEN 'PENDING' THEN ? ELSE error END,
				       state = CASE state WHEN 'PENDING' THEN ? ELSE state END
				 WHERE step_id = ? AND ordinal IN (:keys)
				""",
				outcomes.named()
					.entrySet()
					.stream()
					.map((named) -> row(stepId, named.getKey(), named.getValue()))
					.toList());
	}

	/**
	 * Opens the parked items of a step again (rules 11.3).
	 * @return how many
	 */
	int openParked(long stepId) {
		return this.jdbc
			.sql("UPDATE batch_item SET state = 'PENDING', error = NULL WHERE step_id = :stepId AND state = 'PARKED'")
			.param("stepId", stepId)
			.update();
	}

	ItemCounts count(long stepId) {
		return this.jdbc.sql("""
				SELECT COUNT(CASE WHEN state = 'PENDING' THEN 1 END) AS pending,
				       COUNT(CASE WHEN state = 'DONE' THEN 1 END) AS done,
				       COUNT(CASE WHEN state = 'SKIPPED' THEN 1 END) AS skipped,
				       COUNT(CASE WHEN state = 'PARKED' THEN 1 END) AS parked
				FROM batch_item WHERE step_id = :stepId
				""").param("stepId", stepId).query(ItemCounts.class).single();
	}

	private static Object[] row(long stepId, Item item, Outcome outcome) {
		@Nullable String reason = (outcome instanceof Outcome.Skipped skipped) ? skipped.reason() : null;
		@Nullable String error = (outcome instanceof Outcome.Parked parked) ? ErrorText.line(parked.error()) : null;
		return Rows.row(reason, error, state(outcome), stepId, item.ordinal());
	}

	private static String state(Outcome outcome) {
		if (outcome instanceof Outcome.Done) {
			return "DONE";
		}
		return (outcome instanceof Outcome.Skipped) ? "SKIPPED" : "PARKED";
	}

}
