package dev.perennial.work;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the items of a chunk: those that are not named are done.
 */
public final class Outcomes {

	private final Map<Item, Outcome> named = new LinkedHashMap<>();

	/** All done, until an item is named. */
	public static Outcomes done() {
		return new Outcomes();
	}

	/**
	 * The item was held or there was nothing to do.
	 * @param reason an upper-case word such as {@code NO_NOTICE}, at most 40 characters
	 */
	public Outcomes skip(Item item, String reason) {
		this.named.put(item, new Outcome.Skipped(reason));
		return this;
	}

	/**
	 * The item waits for a person.
	 * @param error one line: what was wrong and what to do; no token, no password
	 */
	public Outcomes park(Item item, String error) {
		this.named.put(item, new Outcome.Parked(error));
		return this;
	}

	Outcomes end(Item item) {
		this.named.put(item, new Outcome.Done());
		return this;
	}

	/** The items that were named. */
	public Map<Item, Outcome> named() {
		return Collections.unmodifiableMap(this.named);
	}

}
