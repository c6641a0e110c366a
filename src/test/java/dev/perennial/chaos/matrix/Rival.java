package dev.perennial.chaos.matrix;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.perennial.testing.TestDatabase;

/**
 * Somebody who locks the last subscriptions, and then the first ones when the program
 * waits for the last: twice in each job, so that a transaction that is tried again three
 * times goes through in the end.
 */
final class Rival implements AutoCloseable {

	/** The server rolls back whoever has written less. */
	private static final String WEIGHT = """
			INSERT INTO partner (partner_id, legal_name, locale, country)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
			SELECT CONCAT('RIVAL', i), 'Rival', 'en', 'US' FROM n
			""";

	private static final String LOCK = "SELECT * FROM subscription ORDER BY subscription_id %s LIMIT 4 FOR UPDATE";

	private static final String JOB = "SELECT COALESCE(MAX(job), '') FROM batch_run WHERE state = 'RUNNING'";

	private static final String WAITERS = """
			SELECT COUNT(*) FROM information_schema.innodb_trx t
			  JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
			 WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()
			""";

	private static final int WINS_IN_A_JOB = 2;

	private static final int LOOKS = 5;

	/**
	 * The server shows the same again to who looks more often than ten times a second.
	 */
	private static final int BETWEEN_LOOKS = 120;

	private final TestDatabase database;

	private final List<String> won = new ArrayList<>();

	private final CompletableFuture<Void> fight;

	private String latest = "";

	private volatile boolean over;

	/** Fights from now on. */
	Rival(TestDatabase database) {
		this.database = database;
		this.fight = CompletableFuture.runAsync(this::fight);
	}

	private void fight() {
		try (Connection connection = this.database.owner().getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			while (!this.over) {
				String job = text(statement, JOB, 1);
				if (job.isEmpty() || Collections.frequency(this.won, job) >= WINS_IN_A_JOB) {
					Thread.sleep(5);
				}
				else if (wins(statement)) {
					this.won.add(job);
				}
				connection.rollback();
			}
			connection.setAutoCommit(true);
		}
		catch (SQLException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean wins(Statement statement) throws SQLException, InterruptedException {
		statement.execute(WEIGHT);
		statement.execute(LOCK.formatted("DESC"));
		for (int look = 0; look < LOOKS; look++) {
			Thread.sleep(BETWEEN_LOOKS);
			if (!text(statement, WAITERS, 1).equals("0")) {
				return locksTheFirst(statement) && isInTheLatestDeadlock(statement);
			}
		}
		return false;
	}

	private static boolean locksTheFirst(Statement statement) throws SQLException {
		try {
			statement.execute(LOCK.formatted("ASC"));
			return true;
		}
		catch (SQLTransactionRollbackException ex) {
			// It has lost itself.
			return false;
		}
	}

	/**
	 * Who waits in a deadlock and is not rolled back has won it; where there was none,
	 * the program only waited.
	 */
	private boolean isInTheLatestDeadlock(Statement statement) throws SQLException {
		String me = text(statement, "SELECT CONNECTION_ID()", 1);
		String status = text(statement, "SHOW ENGINE INNODB STATUS", 3);
		int from = status.indexOf("LATEST DETECTED DEADLOCK");
		String deadlock = (from < 0) ? "" : status.substring(from, status.indexOf("\nTRANSACTIONS\n", from));
		boolean ours = deadlock.contains("thread id %s,".formatted(me)) && !deadlock.equals(this.latest);
		this.latest = deadlock;
		return ours;
	}

	private static String text(Statement statement, String sql, int column) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(column);
		}
	}

	/** Ends the fight; the jobs in which the program lost a deadlock, one by one. */
	List<String> end() {
		close();
		return List.copyOf(this.won);
	}

	@Override
	public void close() {
		this.over = true;
		this.fight.join();
	}

}
