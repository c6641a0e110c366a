package dev.perennial.work.lease;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way in which the program writes: each transaction first share-locks the fence
 * and compares it with ours. Writers do not wait for each other; a take-over waits for
 * them, and whoever comes after it writes nothing.
 */
public final class FencedTransactions implements TransactionOperations {

	private final Lease lease;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	FencedTransactions(Lease lease, JdbcClient jdbc, PlatformTransactionManager transactionManager) {
		this.lease = lease;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactionManager);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
	}

	/**
	 * Runs the work in a transaction at READ COMMITTED.
	 * @return what the work returned, after the commit
	 * @throws FenceLost if another process took over
	 */
	public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
		return execute((status) -> work.get());
	}

	/**
	 * For code that knows transactions and no lease.
	 * @throws FenceLost if another process took over
	 */
	@Override
	public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
		return this.transaction.execute((status) -> {
			// Not FOR SHARE, which MariaDB does not know.
			compareFence("LOCK IN SHARE MODE");
			return work.doInTransaction(status);
		});
	}

	/**
	 * Runs the work in a transaction at READ COMMITTED.
	 * @throws FenceLost if another process took over
	 */
	public void run(Runnable work) {
		executeWithoutResult((status) -> work.run());
	}

	/**
	 * Reads in a transaction at READ COMMITTED that has no fence, and so waits for nobody
	 * who wants the fence alone: for what is read on another thread, while this one waits
	 * for it inside a transaction. It must not write.
	 */
	public <T extends @Nullable Object> T reading(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

	/**
	 * Waits until all transactions that began before are at their end, those too whose
	 * commit is still under way and whose answer was lost: what is read then is what they
	 * left.
	 * @throws FenceLost if another process took over
	 */
	public void awaitEarlier() {
		this.transaction.executeWithoutResult((status) -> compareFence("FOR UPDATE"));
	}

	private void compareFence(String lock) {
		long ours = this.lease.fence();
		long current = this.jdbc.sql("SELECT fence FROM night_fence WHERE id = 1 " + lock).query(Long.class).single();
		if (current != ours) {
			throw new FenceLost(ours, current);
		}
	}

}
