package dev.perennial.importing.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers rows and writes them many at a time.
 *
 * @param <T> what a row holds
 */
public final class Batch<T> {

	private static final int SIZE = 1_000;

	private final Consumer<List<T>> writer;

	private final List<T> rows = new ArrayList<>();

	private long count;

	public Batch(Consumer<List<T>> writer) {
		this.writer = writer;
	}

	public void add(T row) {
		this.rows.add(row);
		this.count++;
		if (this.rows.size() == SIZE) {
			flush();
		}
	}

	/** Writes what is left. */
	public void flush() {
		if (!this.rows.isEmpty()) {
			this.writer.accept(List.copyOf(this.rows));
			this.rows.clear();
		}
	}

	/** How many rows it took. */
	public long count() {
		return this.count;
	}

}
