package dev.perennial.csv;

/**
 * Where a file in is wrong, and why.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param column the column, empty where no single one is to blame
 * @param reason what is wrong and what was expected, without any secret
 */
public record BadRow(long line, String column, String reason) {

	@Override
	public String toString() {
		String where = this.column.isEmpty() ? "" : ", column " + this.column;
		return "line %d%s: %s".formatted(this.line, where, this.reason);
	}

}
