package dev.perennial.work;

/**
 * A row to do.
 *
 * @param ordinal its place in the frozen plan, from 1 without a gap
 * @param key what the plan's statement called it
 */
public record Item(long ordinal, String key) {
}
