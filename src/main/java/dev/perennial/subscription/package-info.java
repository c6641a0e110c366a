/**
 * Annual subscriptions: their terms, states, holds, and whether they renew by themselves.
 * Terms are computed from an anchor, never from the term before (rules 1.3). Everything
 * here is a value; what is stored changes only inside the transaction of a job.
 */
@NullMarked
package dev.perennial.subscription;

import org.jspecify.annotations.NullMarked;
