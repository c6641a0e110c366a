package dev.perennial.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statements of a schema that read a table from end to end, as the server tells. */
final class FullScans implements AutoCloseable {

	/** What the engine keeps for itself, and what holds one row or one per night. */
	private static final Set<String> MAY_BE_READ_WHOLE = Set.of("night", "night_lease", "night_fence", "batch_run",
			"batch_step", "batch_part", "document_series", "document_block", "invoice_batch", "invoice_batch_total",
			"inbox_file", "retry_request");

	/** Of fewer rows the server reads all whatever the index. */
	private static final long ENOUGH = 100;

	/** Of so many rows a night with few due reads a part, whatever it does. */
	private static final long BIG = 10_000;

	private static final String NO_INDEX = "without";

	private final PerformanceSchema server;

	private final Map<String, Long> before;

	FullScans(BenchDatabase database) throws SQLException {
		this.server = PerformanceSchema.of(database);
		this.before = fetched();
	}

	/**
	 * The business tables of which as many rows were read as there are: without an index,
	 * where rows that were found through one and fetched by their place count the same,
	 * or in a big table through one index, from its one end to the other.
	 * @return by table and index, with what the server read of it
	 */
	Map<String, String> found() throws SQLException {
		Map<String, String> found = new TreeMap<>();
		for (Map.Entry<String, Long> read : fetched().entrySet()) {
			String table = read.getKey().split(" ")[0];
			boolean noIndex = read.getKey().endsWith(" " + NO_INDEX);
			long rows = Long.parseLong(
					this.server.texts("SELECT COUNT(*) FROM %s.%s".formatted(this.server.schema(), table)).get(0));
			long fetched = read.getValue() - this.before.getOrDefault(read.getKey(), 0L);
			if (rows >= (noIndex ? ENOUGH : BIG) && fetched >= rows && !isOfTheEngine(table)) {
				found.put(read.getKey(),
						"%d fetched of %d rows; those that read without an index and name the table: %s"
							.formatted(fetched, rows, statements(table)));
			}
		}
		return found;
	}

	/** Statements that read something without an index, be it only what they made. */
	private List<String> statements(String table) throws SQLException {
		return this.server.texts("SELECT digest_text FROM performance_schema.events_statements_summary_by_digest "
				+ "WHERE schema_name = '%s' AND sum_no_index_used > 0 AND digest_text LIKE '%%`%s`%%'"
					.formatted(this.server.schema(), table));
	}

	@Override
	public void close() throws SQLException {
		this.server.close();
	}

	private static boolean isOfTheEngine(String table) {
		return MAY_BE_READ_WHOLE.contains(table) || table.startsWith("BATCH_") || table.startsWith("flyway");
	}

	/** How often a row was fetched, by table and index. */
	private Map<String, Long> fetched() throws SQLException {
		Map<String, Long> rows = new TreeMap<>();
		for (String row : this.server.texts("""
				SELECT CONCAT(count_fetch, ' ', object_name, ' ', COALESCE(index_name, '%s'))
				  FROM table_io_waits_summary_by_index_usage WHERE object_schema = '%s'
				""".formatted(NO_INDEX, this.server.schema()))) {
			int blank = row.indexOf(' ');
			rows.put(row.substring(blank + 1), Long.valueOf(row.substring(0, blank)));
		}
		return rows;
	}

}
