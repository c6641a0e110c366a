package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.NightLeft;
import dev.perennial.testing.ProgramProcess;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.Sample;
import dev.perennial.testing.Chunks;
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
	private static final String[] SMALL_CHUNKS = Chunks.of(5, "night.lease=1500ms");

	@TempDir
	Path folder;

	@Test
	void endsAsIfItHadNeverBeenKilled() throws Exception {
		NightLeft undisturbed = undisturbed();
		NightLeft killed = killedInEachJob();
		killed.assertSameAs(undisturbed);
		assertThat(killed.mails()).doesNotHaveDuplicates();
	}

	private NightLeft undisturbed() throws IOException {
		Path own = this.folder.resolve("undisturbed");
		try (TestDatabase database = TestDatabase.take();
				RunningProgram program = new RunningProgram(database, own, SMALL_CHUNKS)) {
			Sample.load(program, own, NightKilledInEachJobTests::predictable);
			NightResult night = program.night(Sample.D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			return NightLeft.of(database, own.resolve("outbox"), program.mailbox().messages());
		}
	}

	private NightLeft killedInEachJob() throws Exception {
		Path own = this.folder.resolve("killed");
		try (TestDatabase database = TestDatabase.take();
				RunningProgram program = new RunningProgram(database, own, SMALL_CHUNKS)) {
			Sample.load(program, own, NightKilledInEachJobTests::predictable);
			for (String job : JOBS) {
				killIn(job, database, program);
			}
			NightResult night = program.night(Sample.D);
			assertThat(night.nights().get(0).closed()).as(night.toString()).isTrue();
			return NightLeft.of(database, own.resolve("outbox"), program.mailbox().messages());
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
		Process process = start(job, program, said);
		try {
			await(said, () -> {
				assertThat(process.isAlive()).as(() -> read(said)).isTrue();
				return inTheMiddleOf(job, database);
			});
			if (job.equals("notices")) {
				killBetweenMails(process, said, database);
			}
			process.destroyForcibly().waitFor();
			await(said, () -> nothingIsUnderWay(database));
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(texts(database, "SELECT CONCAT(job, ' ', state) FROM batch_run WHERE state <> 'COMPLETED'"))
			.as("killed in " + job)
			.containsExactly(job + " RUNNING");
	}

	private static Process start(String job, RunningProgram program, Path said) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("night", "--date", Sample.D.toString(), "--approve",
				"--spring.datasource.hikari.data-source-properties.queryInterceptors=" + HeldInAJob.class.getName()));
		arguments.addAll(program.arguments());
		return new ProgramProcess(PerennialApplication.class, List.of(HeldInAJob.option(job))).start(arguments, said);
	}

	private static void await(Path said, BooleanSupplier moment) throws Exception {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
		while (!moment.getAsBoolean()) {
			assertThat(System.nanoTime()).as(() -> read(said)).isLessThan(deadline);
			Thread.sleep(1);
		}
	}

	/**
	 * Whether the server is through with what a dead process sent it last: a beat looks
	 * like life to its successor.
	 */
	private static boolean nothingIsUnderWay(TestDatabase database) {
		return database.ownerJdbc()
			.sql("""
					SELECT COUNT(*) FROM information_schema.processlist
					 WHERE db = :schema AND user = :user AND command <> 'Sleep'
					""")
			.param("schema", database.schema())
			.param("user", database.server().app().user())
			.query(Long.class)
			.single() == 0;
	}

	/** Some of it is committed, and it goes on, to its end at most. */
	private static boolean inTheMiddleOf(String job, TestDatabase database) {
		String sql = switch (job) {
			// One item each
			case "verify", "outbox" -> "SELECT s.step_id FROM batch_run r JOIN batch_step s ON s.run_id = r.run_id "
					+ "WHERE r.job = '%s' AND r.state = 'RUNNING'";
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
	private static void killBetweenMails(Process process, Path said, TestDatabase database) throws Exception {
		try (Connection connection = database.owner().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("LOCK TABLES mail_delivery WRITE");
			await(said, () -> noDialogueIsUnderWay(database));
			process.destroyForcibly().waitFor();
			statement.execute("UNLOCK TABLES");
		}
	}

	/** All of them are waited for before the first is stored. */
	private static boolean noDialogueIsUnderWay(TestDatabase database) {
		return database.ownerJdbc().sql("""
				SELECT COUNT(*) FROM information_schema.processlist
				 WHERE db = :schema AND state LIKE 'Waiting for%lock' AND info LIKE 'INSERT INTO mail_delivery%'
				""").param("schema", database.schema()).query(Long.class).single() > 0
				|| texts(database, "SELECT notice_id FROM notice WHERE state = 'SENDING'").isEmpty();
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

}
