package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.perennial.demo.EmbeddedDatabase;
import dev.perennial.demo.EmbeddedDatabase.Durability;
import dev.perennial.testing.TestServer;
import dev.perennial.testing.TestServer.Product;

/**
 * A database server of its own with the durability of a new installation, which is killed
 * and started again with the same command.
 */
final class MortalServer implements AutoCloseable {

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(600);

	private final Path folder;

	private final TestServer server;

	private ProcessHandle process;

	private final List<String> command;

	private final String libraries;

	private MortalServer(Path folder, TestServer server, Path pid) throws IOException {
		this.folder = folder;
		this.server = server;
		this.process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
		Path known = Path.of("/proc", String.valueOf(this.process.pid()));
		this.command = new ArrayList<>(List.of(Files.readString(known.resolve("cmdline")).split("\0")));
		// Has run, and is gone.
		this.command.removeIf((argument) -> argument.startsWith("--init-file="));
		this.libraries = List.of(Files.readString(known.resolve("environ"), StandardCharsets.ISO_8859_1).split("\0"))
			.stream()
			.filter((variable) -> variable.startsWith("LD_LIBRARY_PATH="))
			.map((variable) -> variable.substring("LD_LIBRARY_PATH=".length()))
			.findFirst()
			.orElse("");
	}

	/** Starts one of the product that the build tests on. */
	static MortalServer start(Path folder) throws IOException, InterruptedException {
		if (TestServer.get().product() == Product.MARIADB) {
			// Never closed: what it started is dead by then.
			@SuppressWarnings("resource")
			EmbeddedDatabase database = EmbeddedDatabase.start(folder, Path.of("target", "mariadb"), Durability.FULL);
			return new MortalServer(folder,
					new TestServer(Product.MARIADB, database.port(), database.owner(), database.app()),
					folder.resolve("server.pid"));
		}
		int port = freePort();
		Process start = new ProcessBuilder(".ci/mysql-server", "start", folder.toString(), String.valueOf(port))
			.redirectErrorStream(true)
			.redirectOutput(folder.resolveSibling("mysql.log").toFile())
			.start();
		if (start.waitFor() != 0) {
			throw new IllegalStateException(Files.readString(folder.resolveSibling("mysql.log")));
		}
		return new MortalServer(folder, TestServer.mysql(port), folder.resolve("pid"));
	}

	TestServer server() {
		return this.server;
	}

	/** Lets its owner change how it works as a whole. */
	MortalServer administered() throws IOException, InterruptedException {
		Path rights = Files.writeString(this.folder.resolve("rights.sql"),
				"GRANT ALL ON *.* TO '%s'@'%%' WITH GRANT OPTION;%n".formatted(this.server.owner().user()));
		this.command.add("--init-file=" + rights.toAbsolutePath());
		kill();
		startAgain();
		return this;
	}

	/** As {@code kill -9} does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** Starts it again, and returns when it answers. */
	void startAgain() throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("again.log").toFile());
		if (!this.libraries.isEmpty()) {
			builder.environment().put("LD_LIBRARY_PATH", this.libraries);
		}
		this.process = builder.start().toHandle();
		long deadline = System.nanoTime() + LIMIT;
		while (!answers()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new IllegalStateException(Files.readString(this.folder.resolve("again.log")));
			}
			Thread.sleep(50);
		}
	}

	private boolean answers() {
		try {
			DriverManager
				.getConnection(this.server.jdbcUrl(""), this.server.owner().user(), this.server.owner().password())
				.close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
