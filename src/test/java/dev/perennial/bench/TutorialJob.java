package dev.perennial.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.perennial.bench.Memberships.D;

/**
 * The job that tutorials teach: one thread, a chunk of 100 rows a transaction, one
 * statement a row, and none of them rewritten. It is given the finished rows to write, so
 * that it decides nothing.
 */
final class TutorialJob implements AutoCloseable {

	private static final int CHUNK = 100;

	private final BenchDatabase target;

	private final BenchDatabase finished;

	private final Connection connection;

	private final Map<String, List<String>> columns = new HashMap<>();

	TutorialJob(BenchDatabase target, BenchDatabase finished) throws SQLException {
		this.target = target;
		this.finished = finished;
		String url = target.server()
			.jdbcUrl(target.schema())
			.replace("rewriteBatchedStatements=true", "cachePrepStmts=true");
		this.connection = DriverManager.getConnection(url, target.server().owner().user(),
				target.server().owner().password());
		this.connection.setAutoCommit(false);
	}

	/**
	 * The claims: a subscription is read, its order and what became of it are written.
	 */
	void renewals(long count) throws SQLException {
		chunks(count, "subscription", "subscription_id", (from, to) -> {
			copy("renewal_order", "subscription_id", from, to, "invoice_number", "NULL");
			// Its key begins with the date, without which all of them are read for each
			// chunk
			copy("renewal_outcome", "business_date = '%s' AND subscription_id".formatted(D), from, to, "", "");
		});
	}

	/** The invoices: an order is read, its document is written, the order is marked. */
	void invoices(long count) throws SQLException {
		chunks(count, "document", "number", (from, to) -> {
			copy("document", "number", from, to, "", "");
			copy("document_line", "number", from, to, "", "");
			copy("document_status", "number", from, to, "", "");
			mark(from, to);
			copy("invoice_batch_document", "number", from, to, "", "");
		});
	}

	private void chunks(long count, String table, String key, Chunk chunk) throws SQLException {
		String after = "";
		for (long done = 0; done < count; done += CHUNK) {
			List<String> keys = this.finished.texts("SELECT %1$s FROM %2$s WHERE %1$s > '%3$s' ORDER BY %1$s LIMIT %4$d"
				.formatted(key, table, after, CHUNK));
			chunk.write(keys.get(0), keys.get(keys.size() - 1));
			this.connection.commit();
			after = keys.get(keys.size() - 1);
		}
	}

	private void copy(String table, String key, String from, String to, String column, String value)
			throws SQLException {
		List<String> columns = columns(table);
		List<String> read = columns.stream().map((name) -> name.equals(column) ? value : name).toList();
		try (Statement reading = this.finished.connection().createStatement();
				ResultSet rows = reading.executeQuery("SELECT %s FROM %s WHERE %s BETWEEN '%s' AND '%s'"
					.formatted(String.join(", ", read), table, key, from, to));
				PreparedStatement insert = this.connection
					.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns),
							String.join(", ", Collections.nCopies(columns.size(), "?"))))) {
			while (rows.next()) {
				for (int i = 1; i <= columns.size(); i++) {
					insert.setObject(i, rows.getObject(i));
				}
				insert.executeUpdate();
			}
		}
	}

	private List<String> columns(String table) throws SQLException {
		List<String> known = this.columns.get(table);
		if (known == null) {
			known = this.target.texts(
					"SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
							+ table + "' AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position");
			this.columns.put(table, known);
		}
		return known;
	}

	private void mark(String from, String to) throws SQLException {
		try (Statement reading = this.finished.connection().createStatement();
				ResultSet rows = reading
					.executeQuery("SELECT number, order_number FROM document WHERE number BETWEEN '%s' AND '%s'"
						.formatted(from, to));
				PreparedStatement update = this.connection.prepareStatement(
						"UPDATE renewal_order SET invoice_number = ?, document_due = NULL WHERE order_number = ?")) {
			while (rows.next()) {
				update.setString(1, rows.getString(1));
				update.setString(2, rows.getString(2));
				update.executeUpdate();
			}
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/** Writes what belongs to a range of keys. */
	private interface Chunk {

		void write(String from, String to) throws SQLException;

	}

}
