package dev.perennial.csv;

import java.util.List;

/** One row of a file: as many values as there are columns. */
public final class Row {

	private final long line;

	private final Header header;

	private final List<String> values;

	private final boolean lineEnded;

	Row(long line, Header header, List<String> values, boolean lineEnded) {
		this.line = line;
		this.header = header;
		this.values = values;
		this.lineEnded = lineEnded;
	}

	/** The line of the file on which it begins, from 1. */
	public long line() {
		return this.line;
	}

	/**
	 * The value of a column.
	 * @param column the name of the column
	 * @return the value without the blanks around it, empty where there is none
	 * @throws IllegalArgumentException if the file has no such column
	 */
	public String get(String column) {
		return this.values.get(this.header.positionOf(column));
	}

	/**
	 * Whether its last value may be the beginning of a longer one, because the file ends
	 * behind it without the end of a line.
	 * @param column the name of a column
	 */
	public boolean mayBeCutOffIn(String column) {
		return !this.lineEnded && this.header.positionOf(column) == this.header.size() - 1;
	}

	List<String> values() {
		return this.values;
	}

	/** Says where it stands, never what stands there (rules 11.9). */
	@Override
	public String toString() {
		return "line " + this.line;
	}

}
