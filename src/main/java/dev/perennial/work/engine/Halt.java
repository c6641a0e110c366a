package dev.perennial.work.engine;

import java.util.concurrent.atomic.AtomicReference;

import dev.perennial.work.lease.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * Whether the workers of a step end at their next chunk: somebody asked, a thread was
 * interrupted, or one of them failed.
 */
public final class Halt {

	private final StopSignal stop;

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	private volatile boolean requested;

	public Halt(StopSignal stop) {
		this.stop = stop;
	}

	/** Ends the workers; the first failure is the one that is told. */
	public void fail(RuntimeException cause) {
		this.failure.compareAndSet(null, cause);
		this.requested = true;
	}

	public void request() {
		this.requested = true;
	}

	public boolean requested() {
		if (Thread.currentThread().isInterrupted()) {
			this.requested = true;
		}
		return this.requested || this.stop.requested();
	}

	/**
	 * To be called between chunks.
	 * @throws RuntimeException what failed, or {@link Stopped}, if the work is to end
	 * here
	 */
	public void check() {
		if (!requested()) {
			return;
		}
		// From here on the exception carries the interrupt: what is left to record must
		// still reach the database.
		Thread.interrupted();
		RuntimeException cause = this.failure.get();
		throw (cause != null) ? cause : new Stopped("Stopped after the chunks in flight; start again to continue");
	}

}
