package dev.perennial.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a server would find the rows of statements. */
final class Plans {

	private static final Pattern EXPLAINED = Pattern.compile("(?is)\\s*(select|update|delete|insert .*\\bselect)\\b.*");

	/** Where the driver sent the same for each of some rows, as one text. */
	private static final Pattern MORE = Pattern.compile(";\\s*(?=(?i:update|insert|delete)\\b)");

	private Plans() {
	}

	/**
	 * The statements that would read a table or an index from end to end.
	 * @param enough rows to be read; where there are fewer the server reads all whatever
	 * the index
	 * @return each with what it calls the table
	 */
	static List<String> fullScans(BenchDatabase database, List<String> statements, long enough) throws SQLException {
		List<String> found = new ArrayList<>();
		for (String sent : statements) {
			String sql = MORE.split(sent)[0];
			if (EXPLAINED.matcher(sql).matches()) {
				scanned(database, sql, enough).forEach((table) -> found.add("%s in %s".formatted(table, sql)));
			}
		}
		return found;
	}

	private static List<String> scanned(BenchDatabase database, String sql, long enough) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (Statement statement = database.connection().createStatement();
				ResultSet plan = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
			while (plan.next()) {
				String how = plan.getString("type");
				String table = plan.getString("table");
				// What the statement made itself stands there as <derived2>
				if (("ALL".equals(how) || "index".equals(how)) && !table.startsWith("<")
						&& plan.getLong("rows") >= enough) {
					tables.add("%s, %d rows by %s,".formatted(table, plan.getLong("rows"), plan.getString("key")));
				}
			}
		}
		return tables;
	}

}
