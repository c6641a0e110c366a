package dev.perennial.work.engine;

import java.sql.SQLException;

import dev.perennial.work.ApprovalMissing;
import dev.perennial.work.PartyUnavailable;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.plan.PartMoved;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Which failures are the database's moment, which are the data's, and which are neither.
 */
public final class Failures {

	private Failures() {
	}

	/**
	 * Deadlock, lock wait, lost connection: the same again may go well. Of a connection
	 * that was lost in a transaction the pool says without a state that it is closed,
	 * when it is to be rolled back.
	 */
	public static boolean isTransient(Throwable failure) {
		if (failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException
				|| failure instanceof DataAccessResourceFailureException
				|| failure instanceof CannotCreateTransactionException || failure instanceof TransactionSystemException
				|| failure instanceof LeaseUnsure) {
			return true;
		}
		return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
				&& isTransientState(sql.getSQLState());
	}

	/** Whether to do the chunk again item by item and park what fails then. */
	public static boolean isOfTheData(RuntimeException failure) {
		return !(failure instanceof FenceLost || failure instanceof Stopped || failure instanceof PartMoved
				|| failure instanceof ApprovalMissing || failure instanceof PartyUnavailable || isTransient(failure));
	}

	private static boolean isTransientState(@Nullable String state) {
		return state != null && (state.startsWith("08") || state.startsWith("40"));
	}

}
