/**
 * The independent invariants (rules 11.7): one file of SQL each in
 * {@code resources/invariants}, a second copy of the rules on purpose, sharing nothing
 * with the code that it checks. What comes in are the rows that a night left, what goes
 * out are violations, and counts of what is left out because it is parked or rightly
 * held. Running it twice is safe because it only reads, from one snapshot. What needs the
 * delivered files is checked by the job that writes and reads them back.
 */
@NullMarked
package dev.perennial.job.verify;

import org.jspecify.annotations.NullMarked;
