package dev.perennial.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The server process of a folder: launched detached, found again by its pid file.
 *
 * @param process the server
 * @param access how to log in to it
 */
record MariaDbServer(ProcessHandle process, MariaDbAccess access) {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

	/** The server that lives in a folder and lets us in; one that does not is stopped. */
	static @Nullable MariaDbServer find(Path folder) {
		ProcessHandle process = running(folder);
		if (process == null) {
			return null;
		}
		MariaDbAccess access = MariaDbAccess.read(folder);
		if (access != null && answers(access)) {
			return new MariaDbServer(process, access);
		}
		end(process);
		return null;
	}

	/** Ends every process of a folder's data, those that were just making it too. */
	static void stop(Path folder) {
		ProcessHandle.allProcesses().filter((process) -> isServerOf(process, folder)).forEach(MariaDbServer::end);
	}

	void stop() {
		end(this.process);
	}

	/** Starts the server on a free port and waits until the owner can log in. */
	static MariaDbServer launch(Path folder, Path program, List<String> arguments) {
		try {
			MariaDbAccess access = MariaDbAccess.create(folder, freePort());
			Path log = folder.resolve("server.log");
			ProcessBuilder builder = new ProcessBuilder(command(folder, program, access.port(), arguments))
				.redirectErrorStream(true)
				.redirectInput(new File("/dev/null"))
				.redirectOutput(log.toFile());
			builder.environment().put("LD_LIBRARY_PATH", program.resolveSibling("../libs").normalize().toString());
			Process process = builder.start();
			if (!comesUp(process, access)) {
				end(process.toHandle());
				throw new IllegalStateException(
						"The embedded database did not start, its log %s ends:%n%s".formatted(log, tail(log)));
			}
			access.forgetInit(folder);
			return new MariaDbServer(process.toHandle(), access);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(Path folder, Path program, int port, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults",
				"--basedir=" + program.resolveSibling("..").normalize(), dataArgument(folder),
				"--tmpdir=" + folder.toAbsolutePath().resolve("tmp"), "--pid-file=" + pidFile(folder),
				"--init-file=" + MariaDbAccess.initFile(folder), "--bind-address=127.0.0.1", "--port=" + port,
				// Relative to the data: the path of a socket has at most 107 characters
				"--socket=socket", "--skip-name-resolve",
				// The key for it takes up to a minute, and nothing leaves the machine
				"--skip-ssl", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin",
				"--max-allowed-packet=64M",
				// What MySQL refuses, and MariaDB can be told to
				"--sql-mode=STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
		if ("root".equals(System.getProperty("user.name"))) {
			command.add("--user=root");
		}
		command.addAll(arguments);
		return command;
	}

	private static @Nullable ProcessHandle running(Path folder) {
		try {
			Path pidFile = pidFile(folder);
			if (!Files.exists(pidFile)) {
				return null;
			}
			return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
				.filter((process) -> isServerOf(process, folder))
				.orElse(null);
		}
		catch (IOException | NumberFormatException ex) {
			throw new IllegalStateException("Cannot read " + pidFile(folder), ex);
		}
	}

	/** The number of a server that is gone may be another process today. */
	private static boolean isServerOf(ProcessHandle process, Path folder) {
		return process.isAlive() && process.info()
			.arguments()
			.map((arguments) -> Stream.of(arguments).anyMatch(dataArgument(folder)::equals))
			.orElse(false);
	}

	private static boolean comesUp(Process process, MariaDbAccess access) {
		long deadline = System.nanoTime() + START_LIMIT.toNanos();
		while (process.isAlive() && System.nanoTime() < deadline) {
			if (answers(access)) {
				return true;
			}
			try {
				if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
					return false;
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return false;
	}

	private static boolean answers(MariaDbAccess access) {
		DatabaseAccount owner = access.owner();
		try {
			DriverManager.getConnection(EmbeddedDatabase.jdbcUrl(access.port(), ""), owner.user(), owner.password())
				.close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static void end(ProcessHandle process) {
		process.destroy();
		try {
			process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			process.destroyForcibly();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Cannot wait for the embedded database to stop", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static String tail(Path log) throws IOException {
		List<String> lines = Files.readAllLines(log);
		return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 10), lines.size()));
	}

	private static String dataArgument(Path folder) {
		return "--datadir=" + data(folder);
	}

	static Path data(Path folder) {
		return folder.toAbsolutePath().normalize().resolve("data");
	}

	private static Path pidFile(Path folder) {
		return folder.toAbsolutePath().normalize().resolve("server.pid");
	}

}
