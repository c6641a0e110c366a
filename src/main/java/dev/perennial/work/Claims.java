package dev.perennial.work;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a claim did with each item of its chunk: claimed it for a call, or ended it
 * without one.
 *
 * @param <C> what was claimed
 */
public final class Claims<C> {

	private final Map<Item, C> claimed = new LinkedHashMap<>();

	private final Outcomes others = Outcomes.done();

	private final Set<Item> named = new HashSet<>();

	/** The item is to be called. */
	public Claims<C> claim(Item item, C claim) {
		name(item);
		this.claimed.put(item, claim);
		return this;
	}

	/** The item needs no call any more: it was settled before. */
	public Claims<C> done(Item item) {
		name(item);
		this.others.end(item);
		return this;
	}

	/** The item is held or has nothing to do; see {@link Outcomes#skip}. */
	public Claims<C> skip(Item item, String reason) {
		name(item);
		this.others.skip(item, reason);
		return this;
	}

	/** The item waits for a person; see {@link Outcomes#park}. */
	public Claims<C> park(Item item, String error) {
		name(item);
		this.others.park(item, error);
		return this;
	}

	/** What is to be called, in the order in which it was claimed. */
	public Map<Item, C> claimed() {
		return Collections.unmodifiableMap(this.claimed);
	}

	/** What became of the items that are not to be called. */
	public Outcomes others() {
		return this.others;
	}

	/**
	 * Whether each item of the chunk was named, so that none ends as done by oversight.
	 */
	public boolean cover(Chunk chunk) {
		return this.named.equals(Set.copyOf(chunk.items()));
	}

	private void name(Item item) {
		if (!this.named.add(item)) {
			throw new IllegalArgumentException("Item '%s' was named twice".formatted(item.key()));
		}
	}

}
