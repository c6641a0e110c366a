package dev.perennial.chaos.matrix;

import java.util.Map;
import java.util.TreeMap;

import dev.perennial.chaos.Evening;

/**
 * What stands in the tables of the program, the engine's and the lease among them, so
 * that one sees which was written. Spring Batch's own are not: it is told how a process
 * ended, whoever has taken over, and nobody decides by them.
 *
 * @param sums by table, over all rows and columns
 */
record Written(Map<String, String> sums) {

	private static final String TABLES = """
			SELECT table_name FROM information_schema.tables
			 WHERE table_schema = '%s' AND table_type = 'BASE TABLE'
			""";

	static Written in(Evening evening) {
		Map<String, String> sums = new TreeMap<>();
		FaultyNights.texts(evening, TABLES.formatted(evening.database().schema()))
			.stream()
			.filter((table) -> !table.startsWith("BATCH_"))
			.forEach((table) -> sums.put(table, sum(evening, table)));
		return new Written(sums);
	}

	private static String sum(Evening evening, String table) {
		return evening.database()
			.ownerJdbc()
			.sql("CHECKSUM TABLE " + table)
			.query((rs, row) -> rs.getString("Checksum"))
			.single();
	}

}
