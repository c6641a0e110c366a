package dev.perennial.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.mail.MailFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a night left.
 *
 * @param rows by table, without instants and without names that the outside gives
 * @param files of the outbox, by path
 * @param mails Message-ID, recipient, subject and a hash of the text
 */
public record NightLeft(Map<String, List<String>> rows, Map<String, String> files, List<String> mails) {

	private static final String OURS = """
			SELECT table_name FROM information_schema.tables
			WHERE table_schema = '%1$s' AND table_name NOT LIKE 'batch\\_%%' AND table_name NOT LIKE 'BATCH\\_%%'
			  AND table_name NOT LIKE 'flyway%%' AND table_name NOT IN ('night_lease', 'night_fence')
			""";

	private static final String COLUMNS = """
			SELECT CONCAT('COALESCE(', column_name, ', ''-'')') FROM information_schema.columns
			WHERE table_schema = '%1$s' AND table_name = '%2$s' AND data_type <> 'datetime'
			  AND extra NOT LIKE '%%auto_increment%%'
			  AND column_name NOT IN ('gateway_reference', 'journal', 'answer', 'approved_by')
			ORDER BY ordinal_position
			""";

	/** Reads rows, files and mails. */
	public static NightLeft of(TestDatabase database, Path outbox, List<MailFile> mails) throws IOException {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : texts(database, OURS.formatted(database.schema()))) {
			String columns = String.join(", ", texts(database, COLUMNS.formatted(database.schema(), table)));
			rows.put(table,
					sorted(texts(database, "SELECT CONCAT_WS('|', %s) FROM %s".formatted(columns, table)).stream()));
		}
		return new NightLeft(rows, files(outbox), sorted(mails.stream().map(NightLeft::told)));
	}

	private static String told(MailFile mail) {
		return "%s to %s: %s (%08x)".formatted(mail.messageId(), mail.to(), mail.subject(),
				(mail.text() + mail.html()).hashCode());
	}

	/** Fails at a difference. */
	public void assertSameAs(NightLeft other) {
		assertThat(differencesFrom(other)).isEmpty();
	}

	/** What is there and should not be, and what is not there. */
	public List<String> differencesFrom(NightLeft expected) {
		List<String> differences = new ArrayList<>();
		Set<String> tables = new TreeSet<>(expected.rows.keySet());
		tables.addAll(this.rows.keySet());
		for (String table : tables) {
			compare(table, this.rows.getOrDefault(table, List.of()), expected.rows.getOrDefault(table, List.of()),
					differences);
		}
		Set<String> names = new TreeSet<>(expected.files.keySet());
		names.addAll(this.files.keySet());
		for (String name : names) {
			String text = this.files.getOrDefault(name, "");
			String other = expected.files.getOrDefault(name, "");
			int before = differences.size();
			compare(name, lines(text), lines(other), differences);
			if (differences.size() == before && !text.equals(other)) {
				differences.add(name + ": the same lines in another order");
			}
		}
		compare("mails", this.mails, expected.mails, differences);
		return differences;
	}

	/** Adds the lines of which there are more or fewer than expected. */
	public static void compare(String where, List<String> found, List<String> expected, List<String> differences) {
		Map<String, Integer> more = new TreeMap<>();
		found.forEach((line) -> more.merge(line, 1, Integer::sum));
		expected.forEach((line) -> more.merge(line, -1, Integer::sum));
		more.forEach((line, count) -> {
			if (count != 0) {
				differences.add("%s: %+d %s".formatted(where, count, line));
			}
		});
	}

	private static List<String> lines(String text) {
		return List.of(text.split("(?<=\n)"));
	}

	/**
	 * Leaves out what depends on how a mail ended.
	 * @param notices their ids; if there are none, nothing is left out
	 */
	public NightLeft without(Set<String> notices) {
		if (notices.isEmpty()) {
			return this;
		}
		Map<String, List<String>> otherRows = new TreeMap<>();
		this.rows.forEach((table, all) -> otherRows.put(table,
				others(all.stream(), notices).stream().map(this::withoutHashOfFiles).toList()));
		Map<String, String> otherFiles = new TreeMap<>();
		this.files.forEach((name, text) -> {
			// They have the hash of the file that says how the notices ended.
			if (!name.endsWith("/manifest.json") && !name.endsWith("/.ok")) {
				otherFiles.put(name, notices.stream().anyMatch(text::contains)
						? String.join("\n", others(text.lines(), notices)) : text);
			}
		});
		return new NightLeft(otherRows, otherFiles, others(this.mails.stream(), notices));
	}

	private String withoutHashOfFiles(String row) {
		String rest = row;
		for (Map.Entry<String, String> file : this.files.entrySet()) {
			rest = file.getKey().endsWith("/.ok") ? rest.replace(file.getValue().split(" ")[0], "") : rest;
		}
		return rest;
	}

	private static List<String> sorted(Stream<String> lines) {
		return lines.sorted().toList();
	}

	private static List<String> others(Stream<String> lines, Set<String> notices) {
		return lines.filter((line) -> notices.stream().noneMatch(line::contains)).toList();
	}

	private static List<String> texts(TestDatabase database, String sql) {
		return database.ownerJdbc().sql(sql).query(String.class).list();
	}

	/** None before a night came so far as to make the folder. */
	private static Map<String, String> files(Path outbox) throws IOException {
		if (Files.notExists(outbox)) {
			return Map.of();
		}
		try (Stream<Path> found = Files.walk(outbox)) {
			return found.filter(Files::isRegularFile)
				.collect(Collectors.toMap((file) -> outbox.relativize(file).toString(), NightLeft::text,
						(one, other) -> one, TreeMap::new));
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
