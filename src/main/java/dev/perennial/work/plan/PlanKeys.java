package dev.perennial.work.plan;

import java.util.List;
import java.util.Optional;

import dev.perennial.work.Item;
import dev.perennial.work.Plan;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the keys of a plan and freezes them as items.
 */
final class PlanKeys {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	PlanKeys(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	boolean empty(Plan plan) {
		if (plan instanceof Plan.Query query) {
			return this.jdbc.sql("SELECT item_key FROM (" + query.sql() + ") due LIMIT 1")
				.params(query.params())
				.query(String.class)
				.list()
				.isEmpty();
		}
		return ((Plan.Keys) plan).keys().isEmpty();
	}

	/** The last item that is frozen, where the next range goes on. */
	Item last(long stepId) {
		Optional<Item> last = this.jdbc.sql("""
				SELECT ordinal, item_key FROM batch_item WHERE step_id = :stepId ORDER BY ordinal DESC LIMIT 1
				""")
			.param("stepId", stepId)
			.query((rs, row) -> new Item(rs.getLong("ordinal"), rs.getString("item_key")))
			.optional();
		return last.orElse(new Item(0, ""));
	}

	/**
	 * Freezes the keys behind an item.
	 * @param range the most keys to freeze
	 * @return how many there were; fewer than the range when they were the last
	 */
	int freeze(long stepId, Plan plan, Item after, int range) {
		return (plan instanceof Plan.Query query) ? freeze(stepId, query, after, range) : freeze(stepId,
				((Plan.Keys) plan).keys().tailSet(after.key() + "\0").stream().limit(range).toList(), after);
	}

	private int freeze(long stepId, Plan.Query plan, Item after, int range) {
		return this.jdbc.sql("""
				INSERT INTO batch_item (step_id, ordinal, item_key)
				SELECT :planStep, :planAfter + ROW_NUMBER() OVER (ORDER BY item_key), item_key
				FROM (SELECT DISTINCT item_key FROM (%s) due
				      WHERE item_key > :planKey ORDER BY item_key LIMIT :planRange) next_range
				""".formatted(plan.sql()))
			.params(plan.params())
			.param("planStep", stepId)
			.param("planAfter", after.ordinal())
			.param("planKey", after.key())
			.param("planRange", range)
			.update();
	}

	private int freeze(long stepId, List<String> keys, Item after) {
		SqlParameterSource[] rows = new SqlParameterSource[keys.size()];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = new MapSqlParameterSource("stepId", stepId).addValue("ordinal", after.ordinal() + i + 1)
				.addValue("key", keys.get(i));
		}
		this.batches.batchUpdate("INSERT INTO batch_item (step_id, ordinal, item_key) VALUES (:stepId, :ordinal, :key)",
				rows);
		return rows.length;
	}

}
