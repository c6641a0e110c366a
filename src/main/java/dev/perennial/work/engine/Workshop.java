package dev.perennial.work.engine;

import dev.perennial.work.lease.FencedTransactions;
import dev.perennial.work.lease.Lease;
import dev.perennial.work.lease.StopSignal;
import dev.perennial.work.plan.Progress;

/**
 * What every step works with.
 */
public record Workshop(Progress progress, FencedTransactions transactions, Lease lease, StopSignal stop) {
}
