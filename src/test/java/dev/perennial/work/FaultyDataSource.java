package dev.perennial.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that count commits and fail at one of them: the process is killed there and
 * every later use of the database refused, or the connection is cut there and the process
 * lives on. They can also freeze all who use them.
 */
class FaultyDataSource extends DelegatingDataSource {

	private final AtomicInteger commits = new AtomicInteger();

	private volatile int failAt;

	private volatile Fault fault = Fault.NONE;

	private volatile boolean dead;

	private volatile boolean freezing;

	private volatile CountDownLatch frozen = new CountDownLatch(0);

	/** Open once all who use them are frozen. */
	final CountDownLatch froze = new CountDownLatch(1);

	private volatile CompletableFuture<Void> late = CompletableFuture.completedFuture(null);

	FaultyDataSource(DataSource target) {
		super(target);
	}

	/** What happens at a commit. */
	enum Fault {

		NONE, KILLED_BEFORE, KILLED_AFTER, CUT_BEFORE, CUT_AFTER,

		/** The connection is lost while the commit is on its way: it arrives later. */
		CUT_LATE

	}

	/** Starts a new process, to which the fault happens at its n-th commit. */
	void live(Fault fault, int failAt) {
		this.fault = fault;
		this.failAt = failAt;
		this.dead = false;
		// Last: a commit of another thread in between must not be counted and let
		// through.
		this.commits.set(0);
	}

	/** Starts a new process to which nothing happens. */
	void live() {
		live(Fault.NONE, 0);
	}

	int commits() {
		return this.commits.get();
	}

	/** Whether the fault has happened. */
	boolean failed() {
		return this.fault != Fault.NONE && this.commits.get() >= this.failAt;
	}

	/** Waits for the commit that was on its way when its connection was lost. */
	void awaitLateCommit() {
		this.late.join();
	}

	/** Nobody comes past the database before {@link #thaw}. */
	void freeze() {
		this.frozen = new CountDownLatch(1);
		this.froze.countDown();
	}

	/** Nobody comes past the next commit before {@link #thaw}. */
	void freezeAfterCommit() {
		this.freezing = true;
	}

	void thaw() {
		this.freezing = false;
		this.frozen.countDown();
	}

	@Override
	public Connection getConnection() throws SQLException {
		pass();
		Connection connection = super.getConnection();
		AtomicBoolean lost = new AtomicBoolean();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, args) -> lost.get() ? gone(method) : use(connection, method, args, lost));
	}

	/** The pool says so of a connection that it has given up, without a state. */
	private static @Nullable Object gone(Method method) throws SQLException {
		if (!method.getName().equals("close")) {
			throw new SQLException("Connection is closed");
		}
		return null;
	}

	private @Nullable Object use(Connection connection, Method method, Object @Nullable [] args, AtomicBoolean lost)
			throws Throwable {
		if (method.getName().equals("close")) {
			if (this.dead && !connection.getAutoCommit()) {
				connection.rollback();
			}
			return call(connection, method, args);
		}
		pass();
		if (method.getName().equals("commit") && this.freezing) {
			connection.commit();
			freeze();
			return null;
		}
		if (!method.getName().equals("commit") || !failsNow()) {
			return call(connection, method, args);
		}
		switch (this.fault) {
			case KILLED_BEFORE -> throw new Killed();
			case KILLED_AFTER -> {
				connection.commit();
				throw new Killed();
			}
			case CUT_BEFORE -> {
				connection.rollback();
				lose(connection, lost);
			}
			case CUT_AFTER -> {
				connection.commit();
				lose(connection, lost);
			}
			case CUT_LATE -> {
				lost.set(true);
				this.late = CompletableFuture.runAsync(() -> arrive(connection),
						CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
			}
			case NONE -> throw new IllegalStateException("no fault at this commit");
		}
		throw new SQLException("Communications link failure", "08S01");
	}

	private static void arrive(Connection connection) {
		try (connection) {
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void lose(Connection connection, AtomicBoolean lost) throws SQLException {
		lost.set(true);
		connection.close();
	}

	private void pass() {
		try {
			this.frozen.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.dead) {
			throw new Killed();
		}
	}

	/**
	 * One commit at a time, so that none of another thread slips through after a death.
	 */
	private boolean failsNow() {
		synchronized (this.commits) {
			if (this.dead) {
				throw new Killed();
			}
			boolean fails = this.commits.incrementAndGet() == this.failAt;
			this.dead = fails && (this.fault == Fault.KILLED_BEFORE || this.fault == Fault.KILLED_AFTER);
			return fails;
		}
	}

	private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] args)
			throws Throwable {
		try {
			return method.invoke(connection, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
