package dev.perennial.work.lease;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lets work in flight come to a chunk's end when the process is asked to end (SIGTERM).
 */
final class GracefulStop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GracefulStop.class);

	private final Lease lease;

	private final StopSignal stop;

	private final Duration patience;

	private volatile boolean running;

	GracefulStop(Lease lease, StopSignal stop, Duration patience) {
		this.lease = lease;
		this.stop = stop;
		this.patience = patience;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.stop.request(StopSignal.Source.SHUTDOWN);
		long deadline = System.nanoTime() + this.patience.toNanos();
		while (this.lease.held() && System.nanoTime() < deadline) {
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
		if (this.lease.held()) {
			log.warn("Ending in the middle of the work after waiting {} s; the next start continues it",
					this.patience.toSeconds());
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before anything that the work still needs. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
