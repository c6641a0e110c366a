package dev.perennial.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that count commits and can kill their process at one of them: from then on
 * every use of the database is refused, and what was not committed is rolled back.
 */
class FaultyDataSource extends DelegatingDataSource {

	private final AtomicInteger commits = new AtomicInteger();

	private volatile int killAt;

	private volatile When when = When.NEVER;

	private volatile boolean dead;

	FaultyDataSource(DataSource target) {
		super(target);
	}

	/** Where the process dies. */
	enum When {

		NEVER, BEFORE, AFTER

	}

	/** Starts a new process, which dies at its n-th commit. */
	void live(When when, int killAt) {
		this.commits.set(0);
		this.when = when;
		this.killAt = killAt;
		this.dead = false;
	}

	int commits() {
		return this.commits.get();
	}

	boolean dead() {
		return this.dead;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.dead) {
			throw new Killed();
		}
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, args) -> invoke(connection, method, args));
	}

	private @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] args) throws Throwable {
		if (method.getName().equals("close")) {
			if (this.dead && !connection.getAutoCommit()) {
				connection.rollback();
			}
		}
		else if (this.dead) {
			throw new Killed();
		}
		boolean last = method.getName().equals("commit") && this.commits.incrementAndGet() == this.killAt;
		if (last && this.when == When.BEFORE) {
			this.dead = true;
			throw new Killed();
		}
		try {
			Object result = method.invoke(connection, args);
			if (last && this.when == When.AFTER) {
				this.dead = true;
				throw new Killed();
			}
			return result;
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
