package dev.perennial.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perennial.demo.DatabaseAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A schema of one's own on the test server, as the migrations leave it. Schemas are
 * numbered places that go from one test class to the next, whatever JVM it runs in.
 */
public final class TestDatabase implements AutoCloseable {

	private static final int PLACES = 200;

	private final TestServer server;

	private final Template template;

	/** Holds the lock that says that the place is taken. */
	private Connection connection;

	private final String schema;

	private final HikariDataSource app;

	private final HikariDataSource owner;

	private @Nullable KeptRows kept;

	private TestDatabase(TestServer server, Connection connection, String schema) {
		this.server = server;
		this.template = Template.of(server);
		this.connection = connection;
		this.schema = schema;
		this.app = pool(server.app(), 24);
		this.owner = pool(server.owner(), 4);
	}

	/** Takes a schema; {@link #close} gives it back. */
	public static TestDatabase take() {
		return take(TestServer.get());
	}

	/** Takes a schema of another server. */
	public static TestDatabase take(TestServer server) {
		Template template = Template.of(server);
		try {
			Connection connection = Sql.connect(server, "", server.owner());
			String schema = freePlace(connection);
			if (!SchemaShape.read(server, connection, schema).equals(template.shape())) {
				template.shape().create(server, connection, schema);
			}
			Sql.execute(connection, "SET innodb_lock_wait_timeout = 5");
			TestDatabase database = new TestDatabase(server, connection, schema);
			database.empty();
			return database;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot make a schema for the tests", ex);
		}
	}

	private static String freePlace(Connection connection) throws SQLException {
		for (int place = 1; place <= PLACES; place++) {
			String schema = "perennial_test_" + place;
			if ("1".equals(Sql.texts(connection, "SELECT GET_LOCK('%s', 0)".formatted(schema)).get(0))) {
				return schema;
			}
		}
		throw new IllegalStateException("All %d schemas for tests are taken".formatted(PLACES));
	}

	/**
	 * Brings the rows back to what the migrations leave. Fails when a test left a
	 * transaction open that holds locks.
	 */
	public void empty() {
		change((owner) -> {
			for (String table : clear(owner)) {
				if (this.template.counted().contains(table)) {
					Sql.execute(owner, "ALTER TABLE `%s` AUTO_INCREMENT = 1".formatted(table));
				}
			}
			for (Map.Entry<String, String> filled : this.template.filled().entrySet()) {
				Sql.execute(owner, "INSERT INTO `%1$s` (%2$s) SELECT %2$s FROM `%3$s`.`%1$s`".formatted(filled.getKey(),
						filled.getValue(), this.template.schema()));
			}
		});
	}

	/** Keeps the rows as they are now. */
	public void keep() {
		change((owner) -> this.kept = KeptRows.of(owner, this.schema, this.template.shape().tables().keySet()));
	}

	/** Brings the rows back to what was kept; rows that are numbered are numbered on. */
	public void restore() {
		KeptRows rows = Objects.requireNonNull(this.kept, "keep() comes first");
		change((owner) -> {
			owner.setAutoCommit(false);
			clear(owner);
			rows.restore(owner);
			owner.commit();
			owner.setAutoCommit(true);
		});
	}

	private void change(Change change) {
		try {
			reconnect();
			this.connection.setCatalog(this.schema);
			Sql.execute(this.connection, "SET FOREIGN_KEY_CHECKS = 0");
			change.on(this.connection);
			Sql.execute(this.connection, "SET FOREIGN_KEY_CHECKS = 1");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot change the rows of " + this.schema, ex);
		}
	}

	/** A server that was killed took the connection with it. */
	private void reconnect() throws SQLException {
		if (!this.connection.isValid(10)) {
			this.connection = Sql.connect(this.server, "", this.server.owner());
		}
	}

	private List<String> clear(Connection owner) throws SQLException {
		List<String> tables = Template.filled(owner, this.schema, this.template.shape().tables().keySet());
		for (String table : tables) {
			Sql.execute(owner, "DELETE FROM `%s`".formatted(table));
		}
		return tables;
	}

	/** The program's connections. */
	public DataSource app() {
		return this.app;
	}

	public DataSource owner() {
		return this.owner;
	}

	/** The program's statements. */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.app);
	}

	/** Statements that the program has no right to. */
	public JdbcClient ownerJdbc() {
		return JdbcClient.create(this.owner);
	}

	public TestServer server() {
		return this.server;
	}

	public String schema() {
		return this.schema;
	}

	public String jdbcUrl() {
		return this.server.jdbcUrl(this.schema);
	}

	@Override
	public void close() {
		this.app.close();
		this.owner.close();
		try {
			reconnect();
			if (this.kept != null) {
				this.kept.forget(this.connection);
			}
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot give back " + this.schema, ex);
		}
	}

	private HikariDataSource pool(DatabaseAccount account, int size) {
		HikariConfig config = new HikariConfig();
		config.setPoolName(this.schema + " " + account.user());
		config.setJdbcUrl(jdbcUrl());
		config.setUsername(account.user());
		config.setPassword(account.password());
		config.setMaximumPoolSize(size);
		config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
		config.setMinimumIdle(0);
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

	private interface Change {

		void on(Connection owner) throws SQLException;

	}

}
