package dev.perennial.night;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Sees each statement on its way to the server, and counts those that commit: in a
 * transaction its commit, outside of one whatever writes.
 */
public final class CountedCommits implements QueryInterceptor {

	static final AtomicInteger ALL = new AtomicInteger();

	private @Nullable JdbcConnection connection;

	@Override
	public QueryInterceptor init(MysqlConnection conn, Properties props, Log log) {
		this.connection = (JdbcConnection) conn;
		return this;
	}

	@Override
	public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, @Nullable Query query) {
		String statement = sql.get().strip().toUpperCase(Locale.ROOT);
		if (statement.equals("COMMIT") || (writes(statement) && outsideOfTransaction())) {
			ALL.incrementAndGet();
		}
		return null;
	}

	private static boolean writes(String statement) {
		return statement.startsWith("INSERT") || statement.startsWith("UPDATE") || statement.startsWith("DELETE");
	}

	private boolean outsideOfTransaction() {
		try {
			return this.connection == null || this.connection.getAutoCommit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean executeTopLevelOnly() {
		return true;
	}

	@Override
	public void destroy() {
	}

	@Override
	public <T extends Resultset> @Nullable T postProcess(Supplier<String> sql, @Nullable Query query, T result,
			ServerSession session) {
		return null;
	}

}
