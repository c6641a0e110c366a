package dev.perennial.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.demo.DatabaseAccount;
import dev.perennial.testing.TestServer;

/**
 * A schema as the migrations leave it, of which the benchmark is the owner.
 */
final class BenchDatabase implements AutoCloseable {

	private static final String NUMBERS = "perennial_bench_numbers";

	private final TestServer server;

	private final String schema;

	private final Connection connection;

	private BenchDatabase(TestServer server, String schema, Connection connection) {
		this.server = server;
		this.schema = schema;
		this.connection = connection;
	}

	/** Makes the schema anew. */
	static BenchDatabase create(String name) throws SQLException {
		TestServer server = TestServer.get();
		String schema = "perennial_bench_" + name;
		Connection connection = connect(server, "");
		try (Statement statement = connection.createStatement()) {
			statement.execute("DROP DATABASE IF EXISTS " + schema);
			statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
		}
		server.migrations(schema).migrate();
		connection.setCatalog(schema);
		return new BenchDatabase(server, schema, connection);
	}

	static Connection connect(TestServer server, String schema) throws SQLException {
		DatabaseAccount owner = server.owner();
		return DriverManager.getConnection(server.jdbcUrl(schema), owner.user(), owner.password());
	}

	/**
	 * The table of the numbers from 1 on, of which rows are made.
	 * @param most the greatest number that is needed
	 */
	static String numbers(long most) throws SQLException {
		try (Connection connection = connect(TestServer.get(), "");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE IF NOT EXISTS " + NUMBERS);
			statement.execute("CREATE TABLE IF NOT EXISTS " + NUMBERS + ".number (n BIGINT PRIMARY KEY)");
			statement.execute("INSERT IGNORE INTO " + NUMBERS + ".number VALUES (1)");
			for (long have = count(statement); have < most; have *= 2) {
				statement.execute("INSERT INTO %1$s.number SELECT n + %2$d FROM %1$s.number".formatted(NUMBERS, have));
			}
		}
		return NUMBERS + ".number";
	}

	private static long count(Statement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SELECT MAX(n) FROM " + NUMBERS + ".number")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	TestServer server() {
		return this.server;
	}

	String schema() {
		return this.schema;
	}

	Connection connection() {
		return this.connection;
	}

	long execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			return statement.executeLargeUpdate(sql);
		}
	}

	long count(String sql) throws SQLException {
		return Long.parseLong(texts(sql).get(0));
	}

	/** The first column of all rows. */
	List<String> texts(String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(String.valueOf(rows.getString(1)));
			}
		}
		return texts;
	}

	/** Has the server count what it guesses plans from. */
	void analyse() throws SQLException {
		for (String table : texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
			texts("ANALYZE TABLE `%s`".formatted(table));
		}
	}

	/** Makes room for the next. */
	void drop() throws SQLException {
		execute("DROP DATABASE " + this.schema);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
