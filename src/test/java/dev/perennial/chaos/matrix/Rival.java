package dev.perennial.chaos.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.perennial.testing.TestDatabase;

/**
 * Somebody on the way to the database who locks the last of the subscriptions that the
 * program is about to lock, and the first of them when the program waits for the last:
 * twice in each job, so that a transaction that is tried again three times goes through
 * in the end.
 */
final class Rival implements Fault, AutoCloseable {

	/** The server rolls back whoever has written less. */
	private static final String WEIGHT = """
			INSERT INTO partner (partner_id, legal_name, locale, country)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
			SELECT CONCAT('RIVAL', i), 'Rival', 'en', 'US' FROM n
			""";

	/** In the order of their ids. */
	private static final Pattern LOCKS = Pattern
		.compile("(?s).*SELECT subscription_id FROM subscription WHERE subscription_id IN \\((.*)\\).*FOR UPDATE.*");

	private static final Pattern ID = Pattern.compile("'([^']+)'");

	private static final String LOCK = "SELECT * FROM subscription WHERE subscription_id = '%s' FOR UPDATE";

	private static final String JOB = "SELECT COALESCE(MAX(job), '') FROM batch_run WHERE state = 'RUNNING'";

	private static final String WAITERS = """
			SELECT COUNT(*) FROM information_schema.innodb_trx t
			  JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
			 WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()
			   AND t.trx_query LIKE 'SELECT subscription_id FROM subscription WHERE%'
			""";

	private static final int WINS_IN_A_JOB = 2;

	/** Longer together than the program waits for a lock. */
	private static final int LOOKS = 250;

	/**
	 * The server shows the same again to who looks more often than ten times a second.
	 */
	private static final int BETWEEN_LOOKS = 120;

	private final Connection connection;

	private final Statement statement;

	private final List<String> won = new ArrayList<>();

	private String latest = "";

	private boolean fighting;

	/** Fights over a connection of its own. */
	Rival(TestDatabase database) throws SQLException {
		this.connection = database.owner().getConnection();
		this.connection.setAutoCommit(false);
		this.statement = this.connection.createStatement();
	}

	@Override
	public Act asked(String said) {
		List<String> ids = LOCKS.matcher(said)
			.results()
			.flatMap((locks) -> ID.matcher(locks.group(1)).results())
			.map((MatchResult id) -> id.group(1))
			.sorted()
			.toList();
		return (ids.size() > 1 && begins()) ? (bytes, onward, back) -> fight(ids, bytes, onward) : PASS;
	}

	/** One fight at a time. */
	private synchronized boolean begins() {
		boolean begins = !this.fighting;
		this.fighting = true;
		return begins;
	}

	private boolean fight(List<String> ids, byte[] said, OutputStream onward) throws IOException, InterruptedException {
		try {
			String job = text(JOB, 1);
			boolean fights = Collections.frequency(won(), job) < WINS_IN_A_JOB;
			if (fights) {
				this.statement.execute(WEIGHT);
				this.statement.execute(LOCK.formatted(ids.get(ids.size() - 1)));
			}
			onward.write(said);
			if (fights && wins(ids.get(0))) {
				won(job);
			}
			this.connection.rollback();
			return true;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			ends();
		}
	}

	private synchronized void ends() {
		this.fighting = false;
	}

	private boolean wins(String first) throws SQLException, InterruptedException {
		for (int look = 0; look < LOOKS; look++) {
			Thread.sleep(BETWEEN_LOOKS);
			if (!text(WAITERS, 1).equals("0")) {
				return locks(first) && isInTheLatestDeadlock();
			}
		}
		return false;
	}

	private boolean locks(String id) throws SQLException {
		try {
			this.statement.execute(LOCK.formatted(id));
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
	private boolean isInTheLatestDeadlock() throws SQLException {
		String me = text("SELECT CONNECTION_ID()", 1);
		String status = text("SHOW ENGINE INNODB STATUS", 3);
		int from = status.indexOf("LATEST DETECTED DEADLOCK");
		String deadlock = (from < 0) ? "" : status.substring(from, status.indexOf("\nTRANSACTIONS\n", from));
		boolean ours = deadlock.contains("thread id %s,".formatted(me)) && !deadlock.equals(this.latest);
		this.latest = deadlock;
		return ours;
	}

	private String text(String sql, int column) throws SQLException {
		try (ResultSet rows = this.statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(column);
		}
	}

	private synchronized void won(String job) {
		this.won.add(job);
	}

	/** The jobs in which the program lost a deadlock, one by one. */
	synchronized List<String> won() {
		return List.copyOf(this.won);
	}

	@Override
	public void close() throws SQLException {
		this.connection.setAutoCommit(true);
		this.connection.close();
	}

}
