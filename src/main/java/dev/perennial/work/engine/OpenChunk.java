package dev.perennial.work.engine;

import java.util.Map;

import dev.perennial.work.Chunk;
import dev.perennial.work.Item;

/**
 * A chunk between its claim and its settlement.
 *
 * @param claimed the items to call, in the order of the plan
 */
record OpenChunk<C>(Chunk chunk, Map<Item, C> claimed) {
}
