package dev.perennial.work.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import dev.perennial.rows.Rows;
import dev.perennial.work.Item;
import dev.perennial.work.Plan;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the keys of a plan and freezes them as items.
 */
final class PlanKeys {

	/** Stands before the first item. */
	static final Item NONE = new Item(0, "");

	private static final int ROWS = 1_000;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate streaming;

	private final Rows rows;

	PlanKeys(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.rows = new Rows(batches);
		JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(batches.getDataSource()));
		// What makes Connector/J hand rows on as they arrive
		streaming.setFetchSize(Integer.MIN_VALUE);
		this.streaming = new NamedParameterJdbcTemplate(streaming);
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
		return last.orElse(NONE);
	}

	/**
	 * Reads the keys behind one, each once, in ascending order. The server sorts them
	 * once, however many they are, and none of them is kept here: those found twice come
	 * one after the other, and are left out as they come.
	 */
	void read(Plan plan, String after, Consumer<String> key) {
		if (plan instanceof Plan.Query query) {
			this.streaming.query(
					"SELECT item_key FROM (%s) due WHERE item_key > :planKey ORDER BY item_key".formatted(query.sql()),
					new MapSqlParameterSource(query.params()).addValue("planKey", after), new EachOnce(key));
		}
		else {
			((Plan.Keys) plan).keys().tailSet(after + "\0").forEach(key);
		}
	}

	/** Freezes keys as the items behind one. */
	void freeze(long stepId, List<String> keys, Item after) {
		for (int done = 0; done < keys.size(); done += ROWS) {
			List<Object[]> items = new ArrayList<>();
			for (int i = done; i < Math.min(keys.size(), done + ROWS); i++) {
				items.add(Rows.row(stepId, after.ordinal() + i + 1, keys.get(i)));
			}
			this.rows.insert("INSERT INTO batch_item (step_id, ordinal, item_key) VALUES (?, ?, ?)", items);
		}
	}

	/** Hands on keys that come in ascending order, and leaves out what comes again. */
	private static final class EachOnce implements RowCallbackHandler {

		private final Consumer<String> key;

		private String last = "";

		EachOnce(Consumer<String> key) {
			this.key = key;
		}

		@Override
		public void processRow(ResultSet row) throws SQLException {
			String next = row.getString(1);
			if (!next.equals(this.last)) {
				this.key.accept(next);
			}
			this.last = next;
		}

	}

}
