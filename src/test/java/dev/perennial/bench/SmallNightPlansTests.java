package dev.perennial.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.perennial.bench.Memberships.D;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each statement of a night, and of the commands that people type at night, as it was
 * sent, finds its rows by an index (rules 1.5).
 */
@Tag("verify")
@Tag("mysql")
class SmallNightPlansTests {

	private static final long AMONG = 6_000;

	private static final long HISTORY = 1_000;

	/** A tenth of a table that all have to do with, and all of one that few have. */
	private static final long ENOUGH = 600;

	/** What people type while a night is in trouble. */
	private static final List<List<String>> COMMANDS = List.of(List.of("status"), List.of("parked"), List.of("history"),
			List.of("explain", "S000000001"));

	@TempDir
	Path folder;

	@Test
	void noStatementOfANightIsPlannedToReadATableFromEndToEnd() throws Exception {
		String name = "plans_" + ProcessHandle.current().pid();
		Path samples = this.folder.resolve("samples.sql");
		try (BenchDatabase night = BenchDatabase.create(name);
				BenchProgram program = new BenchProgram(night, this.folder,
						Map.of("charging.rate-per-second", "500"))) {
			new Memberships(night, AMONG).chargedOnTheDayBefore(HISTORY)
				.invoiced(20)
				.charged(20)
				.noticed(20)
				.quiet(AMONG - HISTORY - 60);
			PastRequests.add(night, AMONG, HISTORY);
			night.analyse();
			night(program, List.of(), "--date", D.minusDays(1).toString());
			night.analyse();
			night(program, List.of(StatementSamples.option(samples)), "--date", D.toString());
			List<String> statements = StatementSamples.read(samples);
			assertThat(statements).hasSizeGreaterThan(100)
				.anyMatch((sql) -> sql.startsWith("INSERT INTO document "))
				.anyMatch((sql) -> sql.startsWith("UPDATE notice "));
			assertThat(Plans.fullScans(night, statements, ENOUGH)).isEmpty();
			// It would be seen
			assertThat(Plans.fullScans(night, List.of("SELECT * FROM subscription s WHERE s.look_on + 0 = 1"), ENOUGH))
				.singleElement()
				.asString()
				.startsWith("s, ");
			for (List<String> command : COMMANDS) {
				Path read = this.folder.resolve(command.get(0) + ".sql");
				BenchProgram.Ended ended = program.run(List.of(StatementSamples.option(read)),
						command.toArray(String[]::new));
				assertThat(ended.code()).as(ended.said()).isZero();
				assertThat(Plans.fullScans(night, StatementSamples.read(read), ENOUGH)).as(command.get(0)).isEmpty();
			}
			night.drop();
		}
	}

	private static void night(BenchProgram program, List<String> options, String... date) throws Exception {
		BenchProgram.Ended ended = program.run(options, "night", date[0], date[1], "--approve");
		assertThat(ended.code()).as(ended.said()).isZero();
	}

}
