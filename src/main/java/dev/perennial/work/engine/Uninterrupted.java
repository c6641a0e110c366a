package dev.perennial.work.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Waits for what must come to its end: an interrupt is kept for later.
 */
final class Uninterrupted {

	private Uninterrupted() {
	}

	/** What a thread failed with, to be thrown on another. */
	static RuntimeException unchecked(ExecutionException failure) {
		if (failure.getCause() instanceof Error error) {
			throw error;
		}
		return (failure.getCause() instanceof RuntimeException exception) ? exception
				: new IllegalStateException(failure.getCause());
	}

	static <T> T get(Future<T> future, Runnable onInterrupt) throws ExecutionException {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return future.get();
				}
				catch (InterruptedException ex) {
					interrupted = true;
					onInterrupt.run();
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
