package dev.perennial.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started, and is ended in the opposite order: by whoever closes this, or when
 * the program is told to end. Whoever starts several things holds this monitor meanwhile,
 * so that the end waits for them and leaves none behind.
 */
final class Started implements AutoCloseable {

	private final Deque<AutoCloseable> things = new ArrayDeque<>();

	private final Thread atTheEnd = new Thread(this::end, "demo-end");

	private boolean ended;

	Started() {
		Runtime.getRuntime().addShutdownHook(this.atTheEnd);
	}

	/**
	 * Takes in what is to be ended before all that is here.
	 * @return the same
	 * @throws IllegalStateException if everything has ended
	 */
	synchronized <T extends AutoCloseable> T add(T thing) {
		this.things.push(thing);
		if (this.ended) {
			end();
			throw new IllegalStateException("The program is ending");
		}
		return thing;
	}

	/** Ends everything, the last first. */
	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.atTheEnd);
		}
		catch (IllegalStateException ex) {
			// It is at work: both end the same, and one of them waits.
		}
		end();
	}

	private synchronized void end() {
		this.ended = true;
		RuntimeException failed = null;
		while (!this.things.isEmpty()) {
			try {
				this.things.pop().close();
			}
			catch (Exception ex) {
				failed = new IllegalStateException("Not everything that the demo started was ended", ex);
			}
		}
		if (failed != null) {
			throw failed;
		}
	}

}
