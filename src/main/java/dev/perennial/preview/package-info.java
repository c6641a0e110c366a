/**
 * What nights would do, and what they did: dry run, explanation, forecast. In come the
 * stored facts and the files that lie in the inbox, read in one read-only transaction;
 * out goes what is foreseen, and why. Nothing is written and nobody is called, so looking
 * twice shows the same.
 */
@NullMarked
package dev.perennial.preview;

import org.jspecify.annotations.NullMarked;
