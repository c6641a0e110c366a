/**
 * Proofs that the tests see what the safeguards prevent. In comes a safeguard and a test
 * that relies on it, out goes the test's failure once the safeguard is taken out of a
 * copy of the program's sources; the program itself is never touched.
 */
@NullMarked
package dev.perennial.chaos.safeguard;

import org.jspecify.annotations.NullMarked;
