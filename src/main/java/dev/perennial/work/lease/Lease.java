package dev.perennial.work.lease;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to write, held by one process at a time.
 * <p>
 * A holder shows that it lives by moving a counter, so no two machines compare their
 * clocks: whoever finds a holder watches the counter for the length of the lease, and
 * takes over when it stood still.
 */
public final class Lease {

	private static final int TAKE_OVER_TRIES = 3;

	private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final JdbcClient beats;

	private final TransactionTemplate transaction;

	private final Duration length;

	private final StopSignal stop;

	private volatile @Nullable Heartbeat heartbeat;

	Lease(DataSource dataSource, PlatformTransactionManager transactionManager, Duration length, StopSignal stop) {
		this.jdbc = JdbcClient.create(dataSource);
		this.beats = JdbcClient.create(new ImpatientConnections(dataSource, patience(length)));
		this.transaction = new TransactionTemplate(transactionManager);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		this.length = length;
		this.stop = stop;
	}

	/**
	 * How long a beat waits for its answer: after half the lease it is not sure any more,
	 * and a connection that went silent must not keep the next beat from trying another.
	 */
	private static Duration patience(Duration length) {
		Duration half = length.dividedBy(2);
		return (half.compareTo(LEAST_PATIENCE) > 0) ? half : LEAST_PATIENCE;
	}

	/**
	 * Does the work under the lease, and gives it back. The lease is taken at once when
	 * nobody has it, after its length when its holder is dead.
	 * @param businessDate the night it is taken for, for people to see; may be none
	 * @return what the work returned
	 * @throws LeaseTaken if its holder lives, or another process was faster
	 */
	public <T extends @Nullable Object> T hold(@Nullable LocalDate businessDate, Supplier<T> work) {
		take(businessDate);
		try {
			return work.get();
		}
		finally {
			release();
		}
	}

	/** Whether this process has the lease. */
	public boolean held() {
		return this.heartbeat != null;
	}

	/**
	 * Whether an effect may still begin: the lease was renewed less than half its length
	 * ago, so that nobody can have taken over yet. Measured by the clock that goes on
	 * while a process is frozen.
	 */
	public boolean sure() {
		Heartbeat beating = this.heartbeat;
		return beating != null && beating.sure();
	}

	/**
	 * Renews the lease now.
	 * @return whether it is still ours
	 */
	public boolean renew() {
		Heartbeat beating = this.heartbeat;
		return beating != null && beating.beat();
	}

	/**
	 * Asks whoever has the lease to stop after the chunks in flight.
	 * @return who was asked, if somebody has it
	 */
	public Optional<String> askHolderToStop() {
		Optional<String> holder = Optional.ofNullable(LeaseRow.read(this.jdbc).owner());
		holder.ifPresent((owner) -> LeaseRow.requestStop(this.jdbc, owner));
		return holder;
	}

	long fence() {
		Heartbeat beating = this.heartbeat;
		if (beating == null) {
			throw new IllegalStateException("Nothing writes without the lease: take it first");
		}
		return beating.fence();
	}

	private void take(@Nullable LocalDate businessDate) {
		if (held()) {
			throw new IllegalStateException("This process has the lease already");
		}
		LeaseRow seen = LeaseRow.read(this.jdbc);
		if (seen.owner() != null) {
			seen = watch(seen);
		}
		String owner = LeaseRow.newOwner();
		long fence = takeOver(seen, owner, businessDate);
		this.stop.withdraw(StopSignal.Source.OPERATOR);
		Heartbeat beating = new Heartbeat(this.beats, owner, fence, this.length, this.stop);
		this.heartbeat = beating;
		beating.start();
	}

	private LeaseRow watch(LeaseRow first) {
		long deadline = System.nanoTime() + this.length.toNanos();
		while (System.nanoTime() < deadline) {
			pause(this.length.dividedBy(20));
			LeaseRow now = LeaseRow.read(this.jdbc);
			if (now.owner() == null) {
				return now;
			}
			if (!now.equals(first)) {
				throw new LeaseTaken(now.owner());
			}
		}
		return first;
	}

	private long takeOver(LeaseRow seen, String owner, @Nullable LocalDate businessDate) {
		for (int attempt = 1;; attempt++) {
			try {
				// The answer to an attempt before may have been lost, and the lease be
				// ours.
				Optional<Long> ours = (attempt > 1) ? LeaseRow.fenceOf(this.jdbc, owner) : Optional.empty();
				return ours.or(() -> moveFence(seen, owner, businessDate))
					.orElseThrow(() -> new LeaseTaken("Another process"));
			}
			catch (PessimisticLockingFailureException | DataAccessResourceFailureException
					| TransactionSystemException ex) {
				// The dead holder's last transaction still stands, or an attempt of ours,
				// and the server has yet to end it.
				if (attempt == TAKE_OVER_TRIES) {
					throw ex;
				}
			}
		}
	}

	private Optional<Long> moveFence(LeaseRow seen, String owner, @Nullable LocalDate businessDate) {
		return this.transaction.execute((status) -> LeaseRow.moveFence(this.jdbc, seen, owner, businessDate));
	}

	private void release() {
		Heartbeat beating = this.heartbeat;
		if (beating != null) {
			try {
				beating.stop();
			}
			finally {
				// Last: whoever ends the process waits until it is given back.
				this.heartbeat = null;
			}
		}
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the lease", ex);
		}
	}

}
