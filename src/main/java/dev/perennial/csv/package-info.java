/**
 * CSV files in and out. In come bytes that nobody has checked, out go rows or the place
 * and reason of what is wrong; the other way round come rows, and out goes a folder that
 * is either complete, with its control totals, or not there. The same rows give the same
 * bytes, and a folder that is there is never rewritten, so that doing it twice changes
 * nothing. Knows no rule of the business; nobody else imports Commons CSV.
 */
@NullMarked
package dev.perennial.csv;

import org.jspecify.annotations.NullMarked;
