package dev.perennial.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the rows of a chunk: inserts as one statement, updates as one for all rows that
 * get the same values.
 */
public final class Rows {

	private static final Pattern VALUES = Pattern.compile("VALUES\\s*(\\([^()]*\\))");

	private static final String KEYS = ":keys";

	/**
	 * So many marks make a text that the driver keeps, taken apart, for the next chunk:
	 * it is shorter than its {@code prepStmtCacheSqlLimit}.
	 */
	private static final int MARKS = 18_000;

	private final JdbcTemplate jdbc;

	public Rows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** A row of values, in the order of the marks of its statement. */
	@SuppressWarnings("NullAway") // a row may hold nulls
	public static Object[] row(@Nullable Object... values) {
		return values;
	}

	/**
	 * Inserts rows with one statement, or a few if they are long. It is written out here,
	 * since the driver, which would make one of a batch, encodes each value twice for it.
	 * @param sql an {@code INSERT} with a mark for each value of a row
	 */
	public void insert(String sql, List<Object[]> rows) {
		int most = rows.isEmpty() ? 1 : Math.max(1, MARKS / rows.get(0).length);
		for (int done = 0; done < rows.size(); done += most) {
			List<Object[]> some = rows.subList(done, Math.min(rows.size(), done + most));
			this.jdbc.execute(multiplied(sql, some.size()), (PreparedStatement statement) -> {
				int mark = 0;
				for (Object[] row : some) {
					mark = set(statement, row, mark);
				}
				return statement.executeUpdate();
			});
		}
	}

	/**
	 * Updates rows that are there, each of which is met once.
	 * @param sql an {@code UPDATE} with a mark for each value of a row but the last, and
	 * {@code IN (:keys)} for the last, its key
	 * @throws RowMissing if a key is not met
	 */
	public void update(String sql, List<Object[]> rows) {
		Map<List<Object>, List<Object>> keys = new LinkedHashMap<>();
		for (Object[] row : rows) {
			List<Object> values = Arrays.asList(row).subList(0, row.length - 1);
			keys.computeIfAbsent(values, (any) -> new ArrayList<>()).add(row[row.length - 1]);
		}
		List<Object[]> alone = new ArrayList<>();
		keys.forEach((values, of) -> {
			if (of.size() > 1) {
				together(sql, values, of);
			}
			else {
				List<Object> row = new ArrayList<>(values);
				row.add(of.get(0));
				alone.add(row.toArray());
			}
		});
		if (!alone.isEmpty()) {
			String one = marked(sql, 1);
			int[] met = this.jdbc.execute(one, (PreparedStatement statement) -> batch(statement, alone));
			RowMissing.unless(met != null && Arrays.stream(met).allMatch((count) -> count == 1), one);
		}
	}

	private void together(String sql, List<Object> values, List<Object> keys) {
		List<Object> row = new ArrayList<>(values);
		row.addAll(keys);
		String all = marked(sql, keys.size());
		Integer met = this.jdbc.execute(all, (PreparedStatement statement) -> {
			set(statement, row.toArray(), 0);
			return statement.executeUpdate();
		});
		RowMissing.unless(met != null && met == keys.size(), sql);
	}

	/** Executes a statement for each row, for what is rare. */
	public void each(String sql, List<Object[]> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.execute(sql, (PreparedStatement statement) -> batch(statement, rows));
		}
	}

	private static String multiplied(String sql, int rows) {
		Matcher values = VALUES.matcher(sql);
		if (!values.find()) {
			throw new IllegalArgumentException("No values: " + sql);
		}
		String all = String.join(", ", Collections.nCopies(rows, values.group(1)));
		return sql.substring(0, values.start(1)) + all + sql.substring(values.end(1));
	}

	private static String marked(String sql, int keys) {
		return sql.replace(KEYS, String.join(", ", Collections.nCopies(keys, "?")));
	}

	private static int[] batch(PreparedStatement statement, List<Object[]> rows) throws SQLException {
		for (Object[] row : rows) {
			set(statement, row, 0);
			statement.addBatch();
		}
		return statement.executeBatch();
	}

	private static int set(PreparedStatement statement, Object[] row, int after) throws SQLException {
		for (int i = 0; i < row.length; i++) {
			set(statement, after + i + 1, row[i]);
		}
		return after + row.length;
	}

	/**
	 * As what most values are, so that the driver does not look up how to write each: a
	 * day as the text that the driver would make of it. It is not asked what a null is
	 * of, which it does not know and says so with an exception a value.
	 */
	private static void set(PreparedStatement statement, int mark, @Nullable Object value) throws SQLException {
		if (value instanceof String text) {
			statement.setString(mark, text);
		}
		else if (value instanceof LocalDate day) {
			statement.setString(mark, day.toString());
		}
		else if (value instanceof Long number) {
			statement.setLong(mark, number);
		}
		else if (value instanceof Integer number) {
			statement.setInt(mark, number);
		}
		else {
			statement.setObject(mark, value);
		}
	}

}
