package dev.perennial.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The set-based limit: the final rows of a night, written into a schema that stands where
 * the night began, by one {@code INSERT ... SELECT} or {@code UPDATE ... JOIN} a table.
 * Nothing is decided, nothing is read but the finished rows.
 */
final class SetBased {

	private final BenchDatabase target;

	private final BenchDatabase finished;

	private final Map<String, Long> rows = new LinkedHashMap<>();

	/**
	 * @param target a schema with the data of the evening before
	 * @param finished the schema on which the night ran
	 */
	SetBased(BenchDatabase target, BenchDatabase finished) {
		this.target = target;
		this.finished = finished;
	}

	/** Rows that the night added. */
	SetBased insert(String table, String where) throws SQLException {
		String columns = String.join(", ", columns(table, ""));
		this.rows.merge(table, this.target.execute("INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s.%1$s WHERE %4$s"
			.formatted(table, columns, this.finished.schema(), where)), Long::sum);
		return this;
	}

	/** Rows that the night changed. */
	SetBased update(String table, String columns, String where) throws SQLException {
		List<String> same = new ArrayList<>();
		for (String key : columns(table, " AND column_key = 'PRI'")) {
			same.add("t.%1$s = f.%1$s".formatted(key));
		}
		List<String> set = new ArrayList<>();
		for (String column : columns.split(", ")) {
			set.add("t.%1$s = f.%1$s".formatted(column));
		}
		this.rows
			.merge(table,
					this.target.execute("UPDATE %1$s t JOIN %2$s.%1$s f ON %3$s SET %4$s WHERE %5$s".formatted(table,
							this.finished.schema(), String.join(" AND ", same), String.join(", ", set), where)),
					Long::sum);
		return this;
	}

	/** How many rows of which table. */
	Map<String, Long> rows() {
		return this.rows;
	}

	private List<String> columns(String table, String which) throws SQLException {
		return this.target.texts("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() "
				+ "AND table_name = '%s' AND COALESCE(generation_expression, '') = ''%s ORDER BY ordinal_position"
					.formatted(table, which));
	}

}
