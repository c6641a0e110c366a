package dev.perennial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.perennial.architecture.SourceRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sources promise as text, and that a promise which is not kept is seen. */
class SourceTests {

	private static final Path PROGRAM = Path.of("src", "main");

	/** Why a file is longer than 200 lines. */
	private static final Map<String, String> LONG = Map.of();

	@TempDir
	Path folder;

	@Test
	void noFileIsLongerThanOneCanReadAtOnce() {
		assertThat(SourceRules.longFiles(PROGRAM, LONG)).isEmpty();
		assertThat(LONG.keySet()).as("argued for, but gone")
			.allSatisfy((name) -> assertThat(SourceRules.longFiles(PROGRAM, Map.of()))
				.anyMatch((complaint) -> complaint.contains("/" + name)));
	}

	@Test
	void everyPackageSaysWhatItIsFor() {
		assertThat(SourceRules.undescribedPackages(PROGRAM.resolve("java"))).isEmpty();
	}

	/** What the database refuses is read in a log at night. */
	@Test
	void everyCheckOfTheSchemaHasANameThatSaysWhatItHolds() {
		assertThat(SourceRules.namelessChecks(PROGRAM)).isEmpty();
	}

	@Test
	void seesACheckWithoutAName() throws IOException {
		Files.writeString(this.folder.resolve("V001__a.sql"),
				"n INT CHECK (n > 0),\nCONSTRAINT n_is_small CHECK (n < 9),\nCHECK (n <> 5)");
		assertThat(SourceRules.namelessChecks(this.folder)).containsExactly("V001__a.sql line 1", "V001__a.sql line 3");
	}

	@Test
	void everyStatementRunsOnBothServers() {
		assertThat(SourceRules.wrongSql(PROGRAM)).isEmpty();
	}

	@Test
	void seesALongFile() throws IOException {
		Files.writeString(this.folder.resolve("Long.java"), "//\n".repeat(201));
		Files.writeString(this.folder.resolve("Short.java"), "//\n".repeat(200));
		assertThat(SourceRules.longFiles(this.folder, Map.of())).singleElement()
			.asString()
			.startsWith("Long.java has 201 lines");
		assertThat(SourceRules.longFiles(this.folder, Map.of("Long.java", "an argument"))).isEmpty();
	}

	@Test
	void seesAPackageThatSaysNothing() throws IOException {
		Files.createDirectories(this.folder.resolve("silent"));
		Files.writeString(this.folder.resolve("silent/Class.java"), "package silent;");
		assertThat(SourceRules.undescribedPackages(this.folder)).hasSize(1);
		Files.writeString(this.folder.resolve("silent/package-info.java"), "package silent;");
		assertThat(SourceRules.undescribedPackages(this.folder)).hasSize(1);
		Files.writeString(this.folder.resolve("silent/package-info.java"),
				"/** Says. */\n@NullMarked\npackage silent;");
		assertThat(SourceRules.undescribedPackages(this.folder)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT id FROM night LIMIT 10 OFFSET 20", "SELECT id FROM night FOR SHARE",
			"SELECT id FROM night FOR UPDATE NOWAIT",
			"INSERT INTO a VALUES (1) AS new ON DUPLICATE KEY UPDATE b = new.b",
			"INSERT INTO a VALUES (1) RETURNING id", "SELECT a->>'$.b' FROM c", "SELECT ANY_VALUE(a) FROM c",
			"SELECT id\nFROM night\nFOR\nSHARE" })
	void seesAStatementThatDoesNot(String sql) throws IOException {
		Path file = Files.writeString(this.folder.resolve("V1__wrong.sql"), sql);
		assertThat(SourceRules.wrongSql(this.folder)).hasSize(1);
		Files.delete(file);
		Files.writeString(this.folder.resolve("Wrong.java"), "String sql = \"\"\"\n%s\n\"\"\";".formatted(sql));
		assertThat(SourceRules.wrongSql(this.folder)).hasSize(1);
	}

	@Test
	void readsStatementsAndNotWhatIsSaidAboutThem() throws IOException {
		Files.writeString(this.folder.resolve("Right.java"), """
				// OFFSET is slow, and so's "FOR SHARE"
				/** No RETURNING. */
				char quote = '"';
				String sql = "SELECT id FROM night LOCK IN SHARE MODE", other = "a \\" b";
				int OFFSET = 3;
				""");
		Files.writeString(this.folder.resolve("V1__right.sql"), "-- no OFFSET\nSELECT 1");
		assertThat(SourceRules.wrongSql(this.folder)).isEmpty();
	}

}
