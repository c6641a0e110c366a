package dev.perennial.rows;

/** A row that was to be changed is not there. */
public class RowMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private RowMissing(String sql) {
		super("Not every row was met by: " + sql.strip().replaceAll("\\s+", " "));
	}

	static void unless(boolean met, String sql) {
		if (!met) {
			throw new RowMissing(sql);
		}
	}

}
