/**
 * Many nights of the whole program beside the same nights of the reference model: in come
 * the folders that the model writes for each date, out come the differences. A run begins
 * with an empty schema and an empty folder.
 */
@NullMarked
package dev.perennial.nights;

import org.jspecify.annotations.NullMarked;
