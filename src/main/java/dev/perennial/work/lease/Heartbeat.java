package dev.perennial.work.lease;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renews the lease on a thread of its own, and brings the operator's wish to stop.
 */
final class Heartbeat implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private final JdbcClient jdbc;

	private final String owner;

	private final long fence;

	private final Duration lease;

	private final StopSignal stop;

	private final Thread thread = new Thread(this, "heartbeat");

	private volatile long lastBeat = System.nanoTime();

	private volatile boolean stopped;

	Heartbeat(JdbcClient jdbc, String owner, long fence, Duration lease, StopSignal stop) {
		this.jdbc = jdbc;
		this.owner = owner;
		this.fence = fence;
		this.lease = lease;
		this.stop = stop;
	}

	void start() {
		this.thread.setDaemon(true);
		this.thread.start();
	}

	long fence() {
		return this.fence;
	}

	boolean sure() {
		return System.nanoTime() - this.lastBeat < this.lease.toNanos() / 2;
	}

	/**
	 * Renews the lease.
	 * @return whether it is still ours
	 */
	synchronized boolean beat() {
		// Taken before the statement: it may hang, and others count from its commit.
		long asked = System.nanoTime();
		int renewed = this.jdbc.sql("""
				UPDATE night_lease SET beat = beat + 1, beat_at = UTC_TIMESTAMP(3)
				WHERE id = 1 AND owner = :owner
				""").param("owner", this.owner).update();
		if (renewed == 1) {
			this.lastBeat = asked;
		}
		return renewed == 1;
	}

	@Override
	public void run() {
		while (!this.stopped) {
			try {
				Thread.sleep(this.lease.dividedBy(6).toMillis());
				if (!this.stopped && beat() && stopRequested()) {
					this.stop.request(StopSignal.Source.OPERATOR);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				if (!this.stopped) {
					log.warn("The lease could not be renewed: {}", ex.getMessage());
				}
			}
		}
	}

	/** Stops beating and gives the lease back; if that fails, it runs out by itself. */
	void stop() {
		this.stopped = true;
		this.thread.interrupt();
		join();
		try {
			this.jdbc.sql("""
					UPDATE night_lease SET owner = NULL, business_date = NULL, stop_requested = FALSE
					WHERE id = 1 AND owner = :owner
					""").param("owner", this.owner).update();
		}
		catch (DataAccessException ex) {
			log.warn("The lease could not be given back: {}", ex.getMostSpecificCause().getMessage());
		}
	}

	private boolean stopRequested() {
		return this.jdbc.sql("SELECT stop_requested FROM night_lease WHERE id = 1").query(Boolean.class).single();
	}

	private void join() {
		try {
			this.thread.join(this.lease.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
