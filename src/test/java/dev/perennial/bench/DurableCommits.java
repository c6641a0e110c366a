package dev.perennial.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Transactions of one row each, over some connections at a time. */
final class DurableCommits {

	private final BenchDatabase database;

	private DurableCommits(BenchDatabase database) {
		this.database = database;
	}

	static DurableCommits on(BenchDatabase database) throws SQLException {
		database.execute("CREATE TABLE bench_commit (connection INT, n BIGINT, PRIMARY KEY (connection, n))");
		return new DurableCommits(database);
	}

	String make(long commits, int connections) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(connections);
		try {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				int number = i;
				all.add(threads.submit(() -> commit(number, commits / connections)));
			}
			for (Future<?> each : all) {
				each.get();
			}
		}
		finally {
			threads.shutdown();
		}
		return "over %d connections".formatted(connections);
	}

	private Void commit(int number, long commits) throws SQLException {
		try (Connection connection = BenchDatabase.connect(this.database.server(), this.database.schema());
				PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_commit VALUES (?, ?)")) {
			connection.setAutoCommit(false);
			for (long n = 0; n < commits; n++) {
				insert.setInt(1, number);
				insert.setLong(2, n);
				insert.executeUpdate();
				connection.commit();
			}
		}
		return null;
	}

}
