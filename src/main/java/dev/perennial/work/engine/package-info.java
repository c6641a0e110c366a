/**
 * How work is done so that a kill loses nothing. What comes in are the works of a job and
 * its run, what goes out are the rows of {@code batch_run}, {@code batch_step},
 * {@code batch_part} and {@code batch_item}, which alone say what is done; Spring Batch's
 * own tables are kept for people. Running it twice is safe because a plan is frozen once,
 * progress moves by compare-and-set in the transaction that writes the rows, and a step
 * ends only when planned = done + skipped + parked.
 */
@NullMarked
package dev.perennial.work.engine;

import org.jspecify.annotations.NullMarked;
