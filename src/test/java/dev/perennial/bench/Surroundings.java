package dev.perennial.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

import dev.perennial.testing.TestServer;
import dev.perennial.testing.TestServer.Product;

/** Where figures were measured, without which they say nothing. */
final class Surroundings {

	/** Without Git, or outside of its folder. */
	private static final String NO_COMMIT = "unknown";

	private Surroundings() {
	}

	/** Machine, virtual machine and server, in a few lines. */
	static String text() throws SQLException, IOException {
		return """
				%s, on commit %s, with these sizes where they matter: %s

				%d cores, %s, Java %s with `%s`, as many worker threads as cores, up to 40 connections to the database. Server \
				and program on the same machine.

				%s

				Load of the machine (1, 5, 15 minutes) when this was written: %s. Whatever else runs there takes from both \
				sides of a ratio, and more from the side with more threads.
				"""
			.formatted(LocalDate.now(ZoneOffset.UTC), commit(), BenchSizes.asTold(),
					Runtime.getRuntime().availableProcessors(), memory(), Runtime.version(), BenchProgram.HEAP,
					server(), Files.readString(Path.of("/proc/loadavg")).strip());
	}

	/**
	 * Asks for what the figures rest on, before hours are spent.
	 * @throws IllegalStateException if it is not there
	 */
	static void require(Collection<String> parts) throws SQLException {
		String durable = "innodb_flush_log_at_trx_commit=1, sync_binlog=1, log_bin=1,";
		if (TestServer.get().product() != Product.MYSQL || !server().contains(durable)) {
			throw new IllegalStateException("Expected a MySQL 9.7 with its default durability (%s) at -D%s=PORT. %s"
				.formatted(durable, TestServer.MYSQL_PORT, server()));
		}
		if (parts.contains("mails") || parts.contains("killed")) {
			MailSink.program("smtp-sink");
			MailSink.program("smtp-source");
		}
	}

	private static String commit() {
		try {
			Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
			String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return said.isEmpty() ? NO_COMMIT : said;
		}
		catch (IOException ex) {
			return NO_COMMIT;
		}
	}

	private static String memory() throws IOException {
		return Files.readAllLines(Path.of("/proc/meminfo"))
			.get(0)
			.replaceAll("\\s+", " ")
			.replace("MemTotal:", "memory");
	}

	private static String server() throws SQLException {
		if (TestServer.get().product() != Product.MYSQL) {
			return "Server: %s.".formatted(TestServer.get().product());
		}
		try (Connection connection = BenchDatabase.connect(TestServer.get(), "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"""
								SELECT CONCAT(VERSION(), ', innodb_flush_log_at_trx_commit=', @@innodb_flush_log_at_trx_commit,
								              ', sync_binlog=', @@sync_binlog, ', log_bin=', @@log_bin,
								              ', binlog_transaction_dependency_history_size=', @@binlog_transaction_dependency_history_size,
								              ', innodb_buffer_pool_size=', @@innodb_buffer_pool_size DIV 1048576, ' MB')
								""")) {
			row.next();
			return "Server: %s %s.".formatted(TestServer.get().product(), row.getString(1));
		}
	}

}
