/**
 * What is planned and what is done. What comes in are the plans of works and the outcomes
 * of their items, what goes out are the rows of {@code batch_step}, {@code batch_part}
 * and {@code batch_item}. Running it twice is safe because a plan is frozen once, and a
 * part moves on by compare-and-set in the transaction that writes the rows.
 */
@NullMarked
package dev.perennial.work.plan;

import org.jspecify.annotations.NullMarked;
