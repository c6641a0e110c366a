package dev.perennial.night;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night whose process is killed in the middle of each of its jobs, one after the other,
 * and started again each time, ends with the rows, files and mails of an undisturbed one
 * (rules 11.4).
 */
@Tag("verify")
@Tag("mysql")
class NightKilledInEachJobTests {

	private static final List<String> JOBS = List.of("intake", "renewals", "windows", "invoices", "notices", "verify",
			"outbox");

	/** Many chunks, so that there is a middle. */
	private static final String[] SMALL_CHUNKS = { "night.lease=1500ms", "charging.chunk=5", "jobs.intake.chunk-size=5",
			"jobs.renewals.chunk-size=10", "jobs.windows.chunk-size=10", "jobs.invoices.chunk-size=10",
			"jobs.notices.chunk-size=20" };

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilled() throws Exception {
		Ended undisturbed = undisturbed();
		Ended killed = killedInEachJob();
		assertThat(killed.rows().keySet()).isEqualTo(undisturbed.rows().keySet());
		undisturbed.rows()
			.forEach((table, rows) -> assertThat(killed.rows().get(table)).as(table)
				.containsExactlyInAnyOrderElementsOf(rows));
		assertThat(killed.files()).isEqualTo(undisturbed.files());
		assertThat(killed.mails()).isEqualTo(undisturbed.mails()).doesNotHaveDuplicates();
	}

	private Ended undisturbed() throws IOException {
		Path own = this.folder.resolve("undisturbed");
		try (TestDatabase database = TestDatabase.take();
				RunningProgram program = new RunningProgram(database, own, SMALL_CHUNKS)) {
			Sample.load(program, own, NightKilledInEachJobTests::predictable);
			NightResult night = program.night(Sample.D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			return Ended.of(database, own, program);
		}
	}

	private Ended killedInEachJob() throws Exception {
		Path own = this.folder.resolve("killed");
		try (TestDatabase database = TestDatabase.take();
				RunningProgram program = new RunningProgram(database, own, SMALL_CHUNKS)) {
			Sample.load(program, own, NightKilledInEachJobTests::predictable);
			for (String job : JOBS) {
				killIn(job, database, program);
			}
			NightResult night = program.night(Sample.D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			return Ended.of(database, own, program);
		}
	}

	/**
	 * What a 500 leaves, and when a late charge is found, depends on how often and when
	 * the gateway is asked.
	 */
	private static String predictable(String subscriptions) {
		return subscriptions.replace("pm_sim_500_then_ok", "pm_card_visa")
			.replace("pm_sim_timeout_charged_late", "pm_sim_timeout_charged");
	}

	private void killIn(String job, TestDatabase database, RunningProgram program) throws Exception {
		Path said = this.folder.resolve(job + ".log");
		Process process = start(program, said);
		try {
			await(process, said, () -> inTheMiddleOf(job, database));
			if (job.equals("notices")) {
				killBetweenMails(process, database);
			}
			process.destroyForcibly().waitFor();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(texts(database, "SELECT CONCAT(job, ' ', state) FROM batch_run WHERE state <> 'COMPLETED'"))
			.as("killed in " + job)
			.containsExactly(job + " RUNNING");
	}

	private static Process start(RunningProgram program, Path said) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						PerennialApplication.class.getName(), "night", "--date", Sample.D.toString(), "--approve"));
		command.addAll(program.arguments());
		File file = said.toFile();
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start();
	}

	private static void await(Process process, Path said, BooleanSupplier moment) throws Exception {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!moment.getAsBoolean()) {
			assertThat(process.isAlive() && System.nanoTime() < deadline).as(() -> read(said)).isTrue();
			Thread.sleep(1);
		}
	}

	/** Some of it is committed, and it goes on. */
	private static boolean inTheMiddleOf(String job, TestDatabase database) {
		String sql = switch (job) {
			// One item each: in the middle is before its end.
			case "verify", "outbox" -> "SELECT s.step_id FROM batch_run r JOIN batch_step s ON s.run_id = r.run_id "
					+ "WHERE r.job = '%s' AND r.state = 'RUNNING' AND s.state = 'PLANNED'";
			case "renewals" -> "SELECT 1 FROM charge_attempt WHERE state = 'SUCCEEDED' AND '%s' <> ''";
			case "notices" ->
				"SELECT 1 FROM notice WHERE state = 'SENT' AND state_in = '" + Sample.D + "' AND '%s' <> ''";
			default -> "SELECT i.ordinal FROM batch_run r JOIN batch_step s ON s.run_id = r.run_id "
					+ "JOIN batch_item i ON i.step_id = s.step_id "
					+ "WHERE r.job = '%s' AND r.state = 'RUNNING' AND i.state <> 'PENDING'";
		};
		return !texts(database, sql.formatted(job) + " LIMIT 1").isEmpty();
	}

	/**
	 * Whoever dies between the final dot and its answer does not know (rules 8.4): here
	 * the dialogues under way end, and none can be settled.
	 */
	private static void killBetweenMails(Process process, TestDatabase database) throws Exception {
		try (Connection connection = database.owner().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("LOCK TABLES mail_delivery WRITE");
			Thread.sleep(500);
			process.destroyForcibly().waitFor();
			statement.execute("UNLOCK TABLES");
		}
	}

	private static List<String> texts(TestDatabase database, String sql) {
		return database.ownerJdbc().sql(sql).query(String.class).list();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/**
	 * What a night left.
	 *
	 * @param rows by table, without instants and without names that the outside gives
	 * @param files of the outbox, by path
	 * @param mails their Message-IDs, sorted
	 */
	private record Ended(Map<String, List<String>> rows, Map<String, String> files, List<String> mails) {

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

		static Ended of(TestDatabase database, Path own, RunningProgram program) throws IOException {
			Map<String, List<String>> rows = new TreeMap<>();
			for (String table : texts(database, OURS.formatted(database.schema()))) {
				String columns = String.join(", ", texts(database, COLUMNS.formatted(database.schema(), table)));
				rows.put(table, texts(database, "SELECT CONCAT_WS('|', %s) FROM %s".formatted(columns, table)));
			}
			return new Ended(rows, files(own.resolve("outbox")),
					program.mailbox().messages().stream().map((mail) -> mail.messageId()).sorted().toList());
		}

		private static Map<String, String> files(Path outbox) throws IOException {
			Map<String, String> files = new TreeMap<>();
			try (Stream<Path> found = Files.walk(outbox)) {
				for (Path file : found.filter(Files::isRegularFile).toList()) {
					files.put(outbox.relativize(file).toString(), Files.readString(file));
				}
			}
			return files;
		}

	}

}
