package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the database server has done since it was started.
 *
 * @param statements that it was sent
 * @param commits of transactions that wrote or read
 * @param rowsRead rows that it read, in tables and indexes
 * @param rowsWritten rows that it inserted, changed or deleted
 * @param cpuSeconds processor time of its process; 0 where it cannot be seen
 */
record ServerCounters(long statements, long commits, long rowsRead, long rowsWritten, double cpuSeconds) {

	private static final Pattern WRITES = Pattern.compile("handler_(write|update|delete)");

	private static final double TICKS_PER_SECOND = 100;

	static ServerCounters read(Connection connection) throws SQLException {
		Map<String, Long> status = new HashMap<>();
		Path pid;
		try (Statement statement = connection.createStatement()) {
			try (ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS WHERE variable_name LIKE 'Com\\_%' "
					+ "OR variable_name LIKE 'Handler%' OR variable_name = 'Questions'")) {
				while (rows.next()) {
					status.put(rows.getString(1).toLowerCase(java.util.Locale.ROOT), rows.getLong(2));
				}
			}
			try (ResultSet rows = statement.executeQuery("SELECT @@pid_file")) {
				rows.next();
				pid = Path.of(rows.getString(1));
			}
		}
		return new ServerCounters(status.getOrDefault("questions", 0L), status.getOrDefault("com_commit", 0L),
				sum(status, Pattern.compile("handler_read_\\w+")), sum(status, WRITES), cpu(pid));
	}

	ServerCounters since(ServerCounters before) {
		return new ServerCounters(this.statements - before.statements, this.commits - before.commits,
				this.rowsRead - before.rowsRead, this.rowsWritten - before.rowsWritten,
				this.cpuSeconds - before.cpuSeconds);
	}

	/** Less statements that were not part of it. */
	ServerCounters without(long statements) {
		return new ServerCounters(this.statements - statements, this.commits, this.rowsRead, this.rowsWritten,
				this.cpuSeconds);
	}

	ServerCounters plus(ServerCounters other) {
		return new ServerCounters(this.statements + other.statements, this.commits + other.commits,
				this.rowsRead + other.rowsRead, this.rowsWritten + other.rowsWritten,
				this.cpuSeconds + other.cpuSeconds);
	}

	private static long sum(Map<String, Long> status, Pattern names) {
		return status.entrySet()
			.stream()
			.filter((entry) -> names.matcher(entry.getKey()).matches())
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/** From user and system time as Linux tells it. */
	private static double cpu(Path pidFile) {
		try {
			String stat = Files.readString(Path.of("/proc", Files.readString(pidFile).strip(), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
