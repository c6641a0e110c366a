package dev.perennial.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads many rows by their keys, some at a time. */
final class Chunks {

	/** How many subscriptions or rows are read by one statement. */
	static final int SIZE = 500;

	private Chunks() {
	}

	static <K, V> List<V> read(Collection<K> keys, Function<List<K>, ? extends Collection<V>> reader) {
		List<V> all = new ArrayList<>();
		of(keys).forEach((chunk) -> all.addAll(reader.apply(chunk)));
		return all;
	}

	static <K, V> Map<K, V> map(Collection<K> keys, Function<List<K>, Map<K, V>> reader) {
		Map<K, V> all = new LinkedHashMap<>();
		of(keys).forEach((chunk) -> all.putAll(reader.apply(chunk)));
		return all;
	}

	private static <K> List<List<K>> of(Collection<K> keys) {
		List<K> all = List.copyOf(keys);
		List<List<K>> chunks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += SIZE) {
			chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
		}
		return chunks;
	}

}
