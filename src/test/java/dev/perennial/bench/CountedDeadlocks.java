package dev.perennial.bench;

import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.mysql.cj.exceptions.ExceptionInterceptor;
import com.mysql.cj.log.Log;
import org.jspecify.annotations.Nullable;

/**
 * Counts the transactions that the server gave up for the sake of others: deadlocks, and
 * waits for a lock that took too long.
 */
public class CountedDeadlocks implements ExceptionInterceptor {

	/** How the line begins that names a statement which met one. */
	static final String SAID = "Given up for a lock";

	/** ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK. */
	private static final Set<Integer> CODES = Set.of(1205, 1213);

	private static final AtomicLong COUNT = new AtomicLong();

	static long count() {
		return COUNT.get();
	}

	@Override
	public ExceptionInterceptor init(Properties properties, Log log) {
		return this;
	}

	@Override
	public @Nullable Exception interceptException(Exception failure) {
		if (failure instanceof SQLException refused && CODES.contains(refused.getErrorCode())) {
			COUNT.incrementAndGet();
			System.out.printf("%n%s (%d): %.300s%n", SAID, refused.getErrorCode(),
					StatementSamples.shape(CountedStatements.last()));
		}
		return null;
	}

	@Override
	public void destroy() {
	}

}
