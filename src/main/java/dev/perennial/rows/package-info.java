/**
 * Many rows with few statements. What comes in is a statement and the values of rows,
 * what goes out are rows of the database, as many as were asked for or a failure. All of
 * it runs inside the transaction of its caller.
 */
@NullMarked
package dev.perennial.rows;

import org.jspecify.annotations.NullMarked;
