package dev.perennial.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which keys a work has to do: a set, frozen by the engine in ascending order of its keys
 * before the first one is done (rules 1.6, 11.2).
 */
public sealed interface Plan {

	/**
	 * The keys that a statement finds. The engine reads it in ranges, so it carries no
	 * {@code ORDER BY} and no {@code LIMIT}; a key that it finds twice is planned once.
	 * @param sql a SELECT of the one column {@code item_key}, a text of at most 200
	 * characters, and in it the named parameters
	 */
	static Query of(String sql) {
		return new Query(sql, Map.of());
	}

	/** Keys that are no rows yet, such as the files of a folder; a few thousand. */
	static Keys of(Collection<String> keys) {
		return new Keys(new TreeSet<>(keys));
	}

	/** The one item of a work that is done once a night. */
	static Keys once() {
		return new Keys(new TreeSet<>(Set.of("once")));
	}

	/**
	 * Keys found by a statement.
	 *
	 * @param sql a SELECT of the one column {@code item_key}
	 * @param params the values of its named parameters
	 */
	record Query(String sql, Map<String, Object> params) implements Plan {

		public Query {
			params = Map.copyOf(params);
		}

		public Query with(String name, Object value) {
			Map<String, Object> more = new HashMap<>(this.params);
			more.put(name, value);
			return new Query(this.sql, more);
		}

	}

	/**
	 * Keys that are known.
	 *
	 * @param keys in ascending order
	 */
	record Keys(SortedSet<String> keys) implements Plan {
	}

}
