/**
 * How a night runs at all: its order, its date, its lease, its approvals, its end. What
 * comes in are a request and the jobs, what goes out is a closed business date or the one
 * line that says why it is not, with an exit code. It knows no rule of the business.
 * Running it twice is safe because a completed job is never run again, and dates close
 * strictly in order.
 */
@NullMarked
package dev.perennial.night;

import org.jspecify.annotations.NullMarked;
