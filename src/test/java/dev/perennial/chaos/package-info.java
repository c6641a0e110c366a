/**
 * The real program with faults put round it from outside: it dies at its n-th operation
 * on the world outside. What comes in is a number n, what goes out is a night that was
 * killed there and worked off by starting again; run twice, it dies at the same kind of
 * place.
 */
@NullMarked
package dev.perennial.chaos;

import org.jspecify.annotations.NullMarked;
