/**
 * Who may write. What comes in are the one lease row and the one fence row of the
 * database, what goes out are transactions that begin by comparing the fence. Running
 * twice is safe because at most one process has the lease, a dead one is taken over by
 * moving the fence, and whoever wakes up behind the fence writes nothing.
 */
@NullMarked
package dev.perennial.work.lease;

import org.jspecify.annotations.NullMarked;
