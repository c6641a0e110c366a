/**
 * The engine's promises, proven on a toy: a table whose rows are booked and paid for.
 */
@NullMarked
package dev.perennial.work;

import org.jspecify.annotations.NullMarked;
