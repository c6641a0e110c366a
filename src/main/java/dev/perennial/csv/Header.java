package dev.perennial.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file in the file's order. */
final class Header {

	private final List<String> columns;

	private final Map<String, Integer> positions = new HashMap<>();

	Header(List<String> columns) {
		this.columns = List.copyOf(columns);
		for (String column : this.columns) {
			this.positions.put(column, this.positions.size());
		}
	}

	List<String> columns() {
		return this.columns;
	}

	int size() {
		return this.columns.size();
	}

	/** The name of the column at a position, empty where the header has none. */
	String at(int position) {
		return (position < this.columns.size()) ? this.columns.get(position) : "";
	}

	int positionOf(String column) {
		Integer position = this.positions.get(column);
		if (position == null) {
			throw new IllegalArgumentException("no column %s among %s".formatted(column, this.columns));
		}
		return position;
	}

}
