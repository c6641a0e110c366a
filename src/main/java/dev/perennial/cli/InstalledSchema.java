package dev.perennial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.perennial.night.NotStarted;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schema that is there, looked at by commands that migrate nothing: it must have all
 * that the program's migrations make.
 */
final class InstalledSchema {

	private static final Pattern MIGRATION = Pattern.compile("V0*(\\d+)__.*");

	private InstalledSchema() {
	}

	/**
	 * Does nothing if the schema is the program's, or a newer one, or the site says that
	 * the program does not look after it.
	 * @throws NotStarted if the database cannot be used, or its schema is not there or
	 * older than the program
	 */
	static void requireOf(ApplicationContext context) {
		if (!context.getEnvironment().getProperty("spring.flyway.enabled", Boolean.class, true)) {
			return;
		}
		List<String> missing = missing(context);
		if (!missing.isEmpty()) {
			throw lacks(missing.get(0));
		}
	}

	static NotStarted lacks(String migration) {
		return new NotStarted(
				"The schema is older than the program, %s is missing: expected a start of 'perennial night' or 'perennial import', which brings it up to date"
					.formatted(migration));
	}

	private static List<String> missing(ApplicationContext context) {
		try {
			Set<String> there = new HashSet<>(context.getBean(JdbcClient.class)
				.sql("SELECT TRIM(LEADING '0' FROM version) FROM flyway_schema_history WHERE success = 1 AND version IS NOT NULL")
				.query(String.class)
				.list());
			return Arrays.stream(context.getResources("classpath:db/migration/V*.sql"))
				.map(Resource::getFilename)
				.filter((name) -> !there.contains(version(name)))
				.sorted()
				.toList();
		}
		catch (BadSqlGrammarException ex) {
			throw new NotStarted(
					"The schema is not there, or older than the program: expected a start of 'perennial night' or 'perennial import', which makes it");
		}
		catch (DataAccessException ex) {
			throw new NotStarted(WrongSetting.line(ex));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String version(String name) {
		Matcher migration = MIGRATION.matcher(name);
		if (!migration.matches()) {
			throw new IllegalStateException(
					"%s is no migration: expected a name such as V001__night.sql".formatted(name));
		}
		return migration.group(1);
	}

}
