/**
 * How a job is started and brought to its end, with Spring Batch alongside. What comes in
 * are a job and the occasion it is run for, what goes out is its row in {@code batch_run}
 * and how it ended. Running it twice is safe because a completed run is never started
 * again, and whatever a dead process left in Spring Batch's tables is resolved before a
 * start, under the lease.
 */
@NullMarked
package dev.perennial.work.launch;

import org.jspecify.annotations.NullMarked;
