/**
 * Loads the facts of subscriptions many at a time, and writes what a decision changed in
 * them. What goes out is the difference between two dossiers, so writing one that did not
 * change writes nothing. All of it runs inside the transaction of its caller.
 */
@NullMarked
package dev.perennial.dossier;

import org.jspecify.annotations.NullMarked;
