package dev.perennial.work.engine;

import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.StopSignal;

/**
 * What every step works with.
 */
record Workshop(BatchTables tables, FencedTransactions transactions, Lease lease, StopSignal stop,
		WorkSettings settings) {
}
