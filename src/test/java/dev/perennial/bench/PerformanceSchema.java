package dev.perennial.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.testing.TestServer.Product;

/** What MySQL says of the statements that it was sent, which only its root may read. */
final class PerformanceSchema implements AutoCloseable {

	private final Connection root;

	private final String schema;

	private PerformanceSchema(Connection root, String schema) {
		this.root = root;
		this.schema = schema;
	}

	static PerformanceSchema of(BenchDatabase database) throws SQLException {
		return new PerformanceSchema(
				DriverManager.getConnection(database.server().jdbcUrl("performance_schema"), "root", ""),
				database.schema());
	}

	/**
	 * What held a night: the statements that took the server longest.
	 * @return a table, or why there is none
	 */
	static String longest(BenchDatabase database) throws SQLException {
		if (database.server().product() != Product.MYSQL) {
			return "Only MySQL is asked for its statements.";
		}
		try (PerformanceSchema server = of(database)) {
			return "| statement | times | seconds | rows examined | rows written |\n|---|---:|---:|---:|---:|\n"
					+ String.join("\n",
							server
								.texts("""
										SELECT CONCAT('| `', REPLACE(REPLACE(LEFT(digest_text, 100), '`', ''), '|', ''), '` | ', count_star, ' | ',
										              ROUND(sum_timer_wait / 1e12, 1), ' | ', sum_rows_examined, ' | ', sum_rows_affected, ' |')
										  FROM events_statements_summary_by_digest
										 WHERE schema_name = '%s' ORDER BY sum_timer_wait DESC LIMIT 25
										"""
									.formatted(server.schema)));
		}
	}

	/** Begins to count anew. */
	static void forget(BenchDatabase database) throws SQLException {
		if (database.server().product() == Product.MYSQL) {
			try (PerformanceSchema server = of(database); Statement statement = server.root.createStatement()) {
				statement.execute("TRUNCATE TABLE events_statements_summary_by_digest");
			}
		}
	}

	String schema() {
		return this.schema;
	}

	List<String> texts(String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.root.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	@Override
	public void close() throws SQLException {
		this.root.close();
	}

}
