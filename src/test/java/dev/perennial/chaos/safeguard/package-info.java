/**
 * Proofs that the kill harness sees what the safeguards prevent. In comes a safeguard and
 * what is done to a small night, out goes what the harness finds wrong once the safeguard
 * is taken out of a copy of the program's sources, and nothing as long as it is there;
 * the program itself is never touched.
 */
@NullMarked
package dev.perennial.chaos.safeguard;

import org.jspecify.annotations.NullMarked;
