/**
 * The decisions of the night. What comes in are facts, the business date and the rules in
 * force; what goes out are verdicts with their reasons. Everything is pure: deciding
 * again about the same facts gives the same verdict.
 */
@NullMarked
package dev.perennial.renewal;

import org.jspecify.annotations.NullMarked;
