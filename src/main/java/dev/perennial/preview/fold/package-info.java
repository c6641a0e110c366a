/**
 * Folds the decisions of a night over the facts of a subscription, in memory. In come
 * facts, the night, and what arrived; out goes what would happen, and why, with what it
 * rests on. The decisions are those of the jobs, in their order; nothing is stored, so
 * folding again gives the same.
 */
@NullMarked
package dev.perennial.preview.fold;

import org.jspecify.annotations.NullMarked;
