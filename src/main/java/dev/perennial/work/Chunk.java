package dev.perennial.work;

import java.util.Iterator;
import java.util.List;

/**
 * The items that one transaction does, in the order of the plan; never empty.
 */
public record Chunk(List<Item> items) implements Iterable<Item> {

	public Chunk {
		items = List.copyOf(items);
		if (items.isEmpty()) {
			throw new IllegalArgumentException("A chunk has at least one item");
		}
	}

	public Item first() {
		return this.items.get(0);
	}

	public Item last() {
		return this.items.get(this.items.size() - 1);
	}

	public int size() {
		return this.items.size();
	}

	/** The keys, in the order of the plan: the parameter of an {@code IN (:keys)}. */
	public List<String> keys() {
		return this.items.stream().map(Item::key).toList();
	}

	@Override
	public Iterator<Item> iterator() {
		return this.items.iterator();
	}

}
