package dev.perennial.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a schema consists of, without its name and its rows: two are alike when their
 * shapes are equal.
 *
 * @param tables the statements that create its tables
 * @param grants the statements that give the program's user its rights; {@code SCHEMA}
 * stands for the schema
 */
record SchemaShape(Map<String, String> tables, TreeSet<String> grants) {

	private static final String SCHEMA = "`SCHEMA`.";

	static SchemaShape read(TestServer server, Connection owner, String schema) throws SQLException {
		Map<String, String> tables = new LinkedHashMap<>();
		for (String table : tableNames(owner, schema)) {
			String create = Sql.column(owner, "SHOW CREATE TABLE `%s`.`%s`".formatted(schema, table), 2).get(0);
			tables.put(table, create.replaceFirst(" AUTO_INCREMENT=\\d+", ""));
		}
		return new SchemaShape(tables, grants(server, schema));
	}

	/** Everybody may read what is granted to himself. */
	private static TreeSet<String> grants(TestServer server, String schema) throws SQLException {
		String there = "`" + schema.replace("_", "\\_") + "`.";
		TreeSet<String> grants = new TreeSet<>();
		try (Connection app = Sql.connect(server, "", server.app())) {
			for (String grant : Sql.texts(app, "SHOW GRANTS")) {
				String named = grant.replace(there, SCHEMA).replace("`" + schema + "`.", SCHEMA);
				if (named.contains(SCHEMA)) {
					grants.add(named);
				}
			}
		}
		return grants;
	}

	static List<String> tableNames(Connection owner, String schema) throws SQLException {
		return Sql.texts(owner,
				"SELECT table_name FROM information_schema.tables WHERE table_schema = '%s' AND table_type = 'BASE TABLE' ORDER BY 1"
					.formatted(schema));
	}

	/** Makes a schema of this shape, without rows. */
	void create(TestServer server, Connection owner, String schema) throws SQLException {
		Sql.execute(owner, "DROP DATABASE IF EXISTS `%s`".formatted(schema));
		Sql.execute(owner, "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin".formatted(schema));
		owner.setCatalog(schema);
		Sql.execute(owner, "SET FOREIGN_KEY_CHECKS = 0");
		for (String create : this.tables.values()) {
			Sql.execute(owner, create);
		}
		Sql.execute(owner, "SET FOREIGN_KEY_CHECKS = 1");
		// Rights on a table outlive it
		TreeSet<String> there = grants(server, schema);
		if (!there.equals(this.grants)) {
			for (String grant : there) {
				Sql.execute(owner, revoke(named(grant, schema)));
			}
			for (String grant : this.grants) {
				Sql.execute(owner, named(grant, schema));
			}
		}
	}

	private static String named(String grant, String schema) {
		return grant.replace(SCHEMA, "`" + schema + "`.");
	}

	private static String revoke(String grant) {
		return grant.replaceFirst("^GRANT ", "REVOKE ").replaceFirst(" TO ", " FROM ");
	}

}
