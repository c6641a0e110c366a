package dev.perennial.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import dev.perennial.demo.DatabaseAccount;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The schema as the migrations leave it, migrated once per server and set of migrations.
 *
 * @param schema its name
 * @param shape its tables and rights
 * @param filled the tables that the migrations fill, with their columns that are not
 * generated
 * @param counted the tables that number their rows
 */
record Template(String schema, SchemaShape shape, Map<String, String> filled, Set<String> counted) {

	private static final Map<TestServer, Template> MIGRATED = new HashMap<>();

	static synchronized Template of(TestServer server) {
		return MIGRATED.computeIfAbsent(server, Template::migrate);
	}

	private static Template migrate(TestServer server) {
		String schema = "perennial_template_" + fingerprint();
		try (Connection owner = Sql.connect(server, "", server.owner())) {
			// One JVM migrates, others wait
			Sql.texts(owner, "SELECT GET_LOCK('perennial_template', 300)");
			Sql.execute(owner,
					"CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin".formatted(schema));
			try {
				server.migrations(schema).migrate();
			}
			catch (FlywayException ex) {
				// A schema that stopped half way would stay so
				Sql.execute(owner, "DROP DATABASE " + schema);
				throw ex;
			}
			return read(server, owner, schema);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot migrate " + schema, ex);
		}
	}

	private static Template read(TestServer server, Connection owner, String schema) throws SQLException {
		SchemaShape shape = SchemaShape.read(server, owner, schema);
		List<String> others = Sql.texts(owner, """
				SELECT CONCAT('view ', table_name) FROM information_schema.views WHERE table_schema = '%1$s'
				UNION ALL SELECT CONCAT('trigger ', trigger_name) FROM information_schema.triggers
				WHERE trigger_schema = '%1$s'
				UNION ALL SELECT CONCAT('routine ', routine_name) FROM information_schema.routines
				WHERE routine_schema = '%1$s'
				""".formatted(schema));
		if (!others.isEmpty()) {
			throw new IllegalStateException("Only tables are copied, not " + others);
		}
		Map<String, String> filled = new LinkedHashMap<>();
		for (String table : filled(owner, schema, shape.tables().keySet())) {
			filled.put(table, columns(owner, schema, table));
		}
		Set<String> counted = new LinkedHashSet<>(Sql.texts(owner, """
				SELECT table_name FROM information_schema.columns
				WHERE table_schema = '%s' AND extra LIKE '%%auto_increment%%'
				""".formatted(schema)));
		return new Template(schema, shape, filled, counted);
	}

	/** The columns of a table that are not generated. */
	static String columns(Connection owner, String schema, String table) throws SQLException {
		return String.join(", ", Sql.texts(owner, """
				SELECT CONCAT('`', column_name, '`') FROM information_schema.columns
				WHERE table_schema = '%s' AND table_name = '%s' AND COALESCE(generation_expression, '') = ''
				ORDER BY ordinal_position
				""".formatted(schema, table)));
	}

	/** Those of the tables that have rows, by one statement. */
	static List<String> filled(Connection owner, String schema, Set<String> tables) throws SQLException {
		return Sql.texts(owner,
				tables.stream()
					.map((table) -> "SELECT '%2$s' FROM DUAL WHERE EXISTS (SELECT 1 FROM `%1$s`.`%2$s`)"
						.formatted(schema, table))
					.collect(Collectors.joining(" UNION ALL ")));
	}

	private static String fingerprint() {
		CRC32 crc = new CRC32();
		try {
			for (Resource migration : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/*.sql")) {
				crc.update(String.valueOf(migration.getFilename()).getBytes(UTF_8));
				crc.update(migration.getContentAsByteArray());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Long.toHexString(crc.getValue());
	}

}
