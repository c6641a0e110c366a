package dev.perennial.work.engine;

import java.time.Duration;
import java.util.function.Function;

/**
 * Does a transaction again when the database had a bad moment: the whole of it, at most
 * three times more.
 */
final class Tries {

	private static final int MORE = 3;

	private static final Duration BACK_OFF = Duration.ofMillis(100);

	private final BatchParts parts;

	Tries(BatchParts parts) {
		this.parts = parts;
	}

	/**
	 * Runs the transaction on the part, and again on the part as it then stands: a commit
	 * whose answer was lost may have gone through.
	 */
	<T> T of(BatchPart part, Function<BatchPart, T> transaction) {
		for (int attempt = 0;; attempt++) {
			try {
				return transaction.apply((attempt == 0) ? part : this.parts.read(part));
			}
			catch (RuntimeException ex) {
				if (attempt == MORE || !Failures.isTransient(ex)) {
					throw ex;
				}
				pause(BACK_OFF.multipliedBy(1L << (2 * attempt)));
			}
		}
	}

	// Neither a stop nor an interrupt ends the tries: the chunk may hold answers that
	// exist nowhere else.
	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
