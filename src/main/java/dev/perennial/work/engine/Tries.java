package dev.perennial.work.engine;

import java.time.Duration;
import java.util.function.Function;

import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.plan.BatchPart;
import dev.perennial.work.plan.Progress;

/**
 * Does a transaction again when the database had a bad moment: the whole of it, at most
 * three times more.
 */
final class Tries {

	private static final int MORE = 3;

	private static final Duration BACK_OFF = Duration.ofMillis(100);

	private final Progress progress;

	private final FencedTransactions transactions;

	Tries(Progress progress, FencedTransactions transactions) {
		this.progress = progress;
		this.transactions = transactions;
	}

	/**
	 * Runs the transaction on the part, and again on the part as it then stands: a commit
	 * whose answer was lost may have gone through.
	 */
	<T> T of(BatchPart part, Function<BatchPart, T> transaction) {
		// Neither a stop nor an interrupt ends the tries: the chunk may hold answers that
		// exist nowhere else.
		boolean interrupted = Thread.interrupted();
		try {
			for (int attempt = 0;; attempt++) {
				try {
					return transaction.apply((attempt == 0) ? part : settled(part));
				}
				catch (RuntimeException ex) {
					if (attempt == MORE || !Failures.isTransient(ex)) {
						throw ex;
					}
				}
				interrupted |= !slept(BACK_OFF.multipliedBy(1L << (2 * attempt)));
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** The part as the failed try left it, whose commit may be under way yet. */
	private BatchPart settled(BatchPart part) {
		this.transactions.awaitEarlier();
		return this.progress.read(part);
	}

	private static boolean slept(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
