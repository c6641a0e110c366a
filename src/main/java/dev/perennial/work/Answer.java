package dev.perennial.work;

/**
 * A claim and what is known after its call.
 *
 * @param <C> what was claimed
 * @param <R> what is known after the call
 */
public record Answer<C, R>(Item item, C claim, R result) {
}
