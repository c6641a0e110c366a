package dev.perennial.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a schema at some moment, in a second schema beside it.
 *
 * @param schema where they come from
 * @param columns by table, those that are not generated
 */
record KeptRows(String schema, Map<String, String> columns) {

	static KeptRows of(Connection owner, String schema, Set<String> tables) throws SQLException {
		KeptRows kept = new KeptRows(schema, new LinkedHashMap<>());
		kept.forget(owner);
		Sql.execute(owner, "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin".formatted(kept.beside()));
		for (String table : Template.filled(owner, schema, tables)) {
			String columns = Template.columns(owner, schema, table);
			kept.columns.put(table, columns);
			Sql.execute(owner, "CREATE TABLE `%s`.`%s` AS SELECT %s FROM `%s`.`%2$s`".formatted(kept.beside(), table,
					columns, schema));
		}
		return kept;
	}

	/** Puts them into the schema, whose tables are empty. */
	void restore(Connection owner) throws SQLException {
		for (Map.Entry<String, String> table : this.columns.entrySet()) {
			Sql.execute(owner, "INSERT INTO `%1$s`.`%2$s` (%3$s) SELECT %3$s FROM `%4$s`.`%2$s`".formatted(this.schema,
					table.getKey(), table.getValue(), beside()));
		}
	}

	void forget(Connection owner) throws SQLException {
		Sql.execute(owner, "DROP DATABASE IF EXISTS `%s`".formatted(beside()));
	}

	private String beside() {
		return this.schema + "_kept";
	}

}
