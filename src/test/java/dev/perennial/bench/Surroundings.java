package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.perennial.testing.TestServer;

/** Where figures were measured, without which they say nothing. */
final class Surroundings {

	private Surroundings() {
	}

	/** Machine, virtual machine and server, in a few lines. */
	static String text() throws SQLException, IOException {
		return """
				%d cores, %s, Java %s with `%s`. Server and program on the same machine.

				%s

				Load of the machine (1, 5, 15 minutes) when this was written: %s. Whatever else runs there takes from both \
				sides of a ratio, and more from the side with more threads.
				"""
			.formatted(Runtime.getRuntime().availableProcessors(), memory(), Runtime.version(), BenchProgram.HEAP,
					server(), Files.readString(Path.of("/proc/loadavg")).strip());
	}

	private static String memory() throws IOException {
		return Files.readAllLines(Path.of("/proc/meminfo"))
			.get(0)
			.replaceAll("\\s+", " ")
			.replace("MemTotal:", "memory");
	}

	private static String server() throws SQLException {
		try (Connection connection = BenchDatabase.connect(TestServer.get(), "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"""
								SELECT CONCAT(VERSION(), ', innodb_flush_log_at_trx_commit=', @@innodb_flush_log_at_trx_commit,
								              ', sync_binlog=', @@sync_binlog, ', log_bin=', @@log_bin, ', innodb_buffer_pool_size=',
								              @@innodb_buffer_pool_size DIV 1048576, ' MB')
								""")) {
			row.next();
			return "Server: %s %s.".formatted(TestServer.get().product(), row.getString(1));
		}
	}

}
