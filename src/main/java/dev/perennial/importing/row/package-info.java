/**
 * Rows of files in as typed values. In comes a row of text, out go values, or all that is
 * wrong with it; one bad value never hides another. Nothing here has a state but the row
 * it reads.
 */
@NullMarked
package dev.perennial.importing.row;

import org.jspecify.annotations.NullMarked;
