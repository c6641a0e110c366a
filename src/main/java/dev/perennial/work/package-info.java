/**
 * What a job tells the engine: which keys it has to do tonight, how one chunk of them is
 * done, and what is asked before anything leaves the house. What comes in is the
 * {@link dev.perennial.work.Run}, what goes out are an outcome per item and the rows of
 * the job, committed together. Running it twice is safe because the plan is frozen before
 * the first item is touched, and a chunk, its outcomes and the progress of its part are
 * one transaction.
 */
@NullMarked
package dev.perennial.work;

import org.jspecify.annotations.NullMarked;
