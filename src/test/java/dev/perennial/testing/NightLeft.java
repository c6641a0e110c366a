package dev.perennial.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.demo.Mailbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a night left.
 *
 * @param rows by table, without instants and without names that the outside gives
 * @param files of the outbox, by path
 * @param mails their Message-IDs, sorted
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
	public static NightLeft of(TestDatabase database, Path outbox, Mailbox mailbox) throws IOException {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : texts(database, OURS.formatted(database.schema()))) {
			String columns = String.join(", ", texts(database, COLUMNS.formatted(database.schema(), table)));
			rows.put(table, texts(database, "SELECT CONCAT_WS('|', %s) FROM %s".formatted(columns, table)));
		}
		return new NightLeft(rows, files(outbox),
				mailbox.messages().stream().map((mail) -> mail.messageId()).sorted().toList());
	}

	/** Fails at the first difference. */
	public void assertSameAs(NightLeft other) {
		assertThat(this.rows.keySet()).isEqualTo(other.rows.keySet());
		other.rows.forEach((table, expected) -> assertThat(this.rows.get(table)).as(table)
			.containsExactlyInAnyOrderElementsOf(expected));
		assertThat(this.files).isEqualTo(other.files);
		assertThat(this.mails).isEqualTo(other.mails);
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
				otherFiles.put(name, String.join("\n", others(text.lines(), notices)));
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

	private static List<String> others(Stream<String> lines, Set<String> notices) {
		return lines.filter((line) -> notices.stream().noneMatch(line::contains)).toList();
	}

	private static List<String> texts(TestDatabase database, String sql) {
		return database.ownerJdbc().sql(sql).query(String.class).list();
	}

	private static Map<String, String> files(Path outbox) throws IOException {
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
