package dev.perennial.bench;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import org.jspecify.annotations.Nullable;

/** Counts what the driver sends, whatever else the server does meanwhile. */
public class CountedStatements implements QueryInterceptor {

	private static final AtomicLong STATEMENTS = new AtomicLong();

	private static final AtomicLong COMMITS = new AtomicLong();

	private static final ThreadLocal<String> LAST = ThreadLocal.withInitial(() -> "");

	static long statements() {
		return STATEMENTS.get();
	}

	/** The last one of this thread. */
	static String last() {
		return LAST.get();
	}

	static long commits() {
		return COMMITS.get();
	}

	@Override
	public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
		return this;
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
		String text = sql.get();
		STATEMENTS.incrementAndGet();
		LAST.set(text);
		if ("COMMIT".equalsIgnoreCase(text)) {
			COMMITS.incrementAndGet();
		}
		StatementSamples.add(text);
		return null;
	}

	@Override
	public <T extends Resultset> @Nullable T postProcess(Supplier<String> sql, Query query, T result,
			ServerSession session) {
		return null;
	}

	@Override
	public boolean executeTopLevelOnly() {
		return false;
	}

	@Override
	public void destroy() {
	}

}
