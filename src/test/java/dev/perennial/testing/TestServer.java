package dev.perennial.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import dev.perennial.demo.DatabaseAccount;
import dev.perennial.demo.EmbeddedDatabase;
import dev.perennial.demo.EmbeddedDatabase.Durability;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The database server of this build: an embedded MariaDB without durability, or the real
 * MySQL whose port is given as {@code -Dperennial.test.mysql=PORT} (or in the environment
 * as {@code PERENNIAL_TEST_MYSQL}; user root, no password, on 127.0.0.1).
 *
 * @param product what it is
 * @param port its port on 127.0.0.1
 * @param owner may create schemas whose names begin with {@code perennial}
 * @param app the program's user
 */
public record TestServer(Product product, int port, DatabaseAccount owner, DatabaseAccount app) {

	/** The system property that names the port of a real MySQL. */
	public static final String MYSQL_PORT = "perennial.test.mysql";

	private static final Path FOLDER = Path.of("target", "test-server");

	private static final Path BINARIES = Path.of("target", "mariadb");

	private static @Nullable TestServer running;

	/** The server, started by the first who asks. */
	public static synchronized TestServer get() {
		TestServer server = running;
		if (server == null) {
			String mysql = System.getProperty(MYSQL_PORT, System.getenv().getOrDefault("PERENNIAL_TEST_MYSQL", ""));
			server = mysql.isBlank() ? embedded() : mysql(Integer.parseInt(mysql));
			running = server;
		}
		return server;
	}

	public String host() {
		return "127.0.0.1";
	}

	public String jdbcUrl(String schema) {
		return EmbeddedDatabase.jdbcUrl(this.port, schema);
	}

	/** The migrations of the program, for a schema of this server. */
	public Flyway migrations(String schema) {
		return Flyway.configure()
			.dataSource(jdbcUrl(schema), this.owner.user(), this.owner.password())
			.locations("classpath:db/migration")
			.placeholders(Map.of("app_user", this.app.user()))
			.load();
	}

	private static TestServer embedded() {
		EmbeddedDatabase database = EmbeddedDatabase.start(FOLDER, BINARIES, Durability.NONE);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close));
		TestServerKeeper.keepUntilTheBuildEnds(FOLDER, BINARIES);
		return new TestServer(Product.MARIADB, database.port(), database.owner(), database.app());
	}

	/** A MySQL that lets root in without a password. */
	public static TestServer mysql(int port) {
		DatabaseAccount owner = new DatabaseAccount(DatabaseAccount.OWNER, "owner");
		DatabaseAccount app = new DatabaseAccount(DatabaseAccount.APP, "app");
		try (Connection root = DriverManager.getConnection(EmbeddedDatabase.jdbcUrl(port, ""), "root", "");
				Statement statement = root.createStatement()) {
			for (DatabaseAccount account : new DatabaseAccount[] { owner, app }) {
				statement.execute("CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'".formatted(account.user(),
						account.password()));
			}
			statement.execute("GRANT ALL ON `perennial%%`.* TO '%s'@'%%' WITH GRANT OPTION".formatted(owner.user()));
			statement.execute("GRANT PROCESS ON *.* TO '%s'@'%%'".formatted(owner.user()));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(
					"-D%s=%d: expected a MySQL on 127.0.0.1 that lets root in without a password".formatted(MYSQL_PORT,
							port),
					ex);
		}
		return new TestServer(Product.MYSQL, port, owner, app);
	}

	/** The servers that every statement must run on. */
	public enum Product {

		/** The embedded server of the demo and of the tests. */
		MARIADB,
		/** The database of record. */
		MYSQL

	}

}
