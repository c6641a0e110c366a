package dev.perennial.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.demo.DatabaseAccount;

/** Statements over one connection, without a pool or a framework. */
final class Sql {

	private Sql() {
	}

	static Connection connect(TestServer server, String schema, DatabaseAccount account) throws SQLException {
		return DriverManager.getConnection(server.jdbcUrl(schema), account.user(), account.password());
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** The first column of all rows. */
	static List<String> texts(Connection connection, String sql) throws SQLException {
		return column(connection, sql, 1);
	}

	static List<String> column(Connection connection, String sql, int column) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(rows.getString(column));
			}
		}
		return texts;
	}

}
