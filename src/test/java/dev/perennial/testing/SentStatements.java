package dev.perennial.testing;

import java.util.Properties;
import java.util.function.Supplier;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import org.jspecify.annotations.Nullable;

/** Is told each statement that the driver is about to send, with its values. */
public abstract class SentStatements implements QueryInterceptor {

	protected abstract void sent(String statement);

	@Override
	public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
		return this;
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
		sent(sql.get());
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
