package dev.perennial.bench;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.perennial.bench.Memberships.D;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The benchmark in small: what it counts is right, and what a night costs the server
 * grows with chunks and not with rows. No times.
 */
@Tag("verify")
class SmallBenchTests {

	private static final int DUE = 3_000;

	private static final int MAILS = 600;

	private static final List<String> JOBS = List.of("intake", "renewals", "windows", "invoices");

	/**
	 * Beats for the lease come seldom, so that no count hangs on how long a job takes.
	 */
	private static final Map<String, String> SELDOM = Map.of("night.lease", "2m");

	@TempDir
	Path folder;

	@Test
	void renewsAndInvoicesEachOfManyWithFewStatements() throws Exception {
		try (BenchDatabase night = BenchDatabase.create("small");
				BenchDatabase limit = BenchDatabase.create("small_limit");
				BenchProgram program = new BenchProgram(night, this.folder, SELDOM)) {
			for (BenchDatabase database : List.of(night, limit)) {
				new Memberships(database, DUE).invoiced(DUE);
			}
			List<Measured> jobs = new ArrayList<>();
			for (String job : JOBS) {
				jobs.add(program.job(job, D, DUE, "--approve"));
			}
			assertThat(night.count("SELECT COUNT(*) FROM renewal_order WHERE invoice_number IS NOT NULL"))
				.isEqualTo(DUE);
			assertThat(night.count("SELECT COUNT(*) FROM document WHERE issue_date = '%s'".formatted(D)))
				.isEqualTo(DUE);
			assertThat(night.count("SELECT COUNT(*) FROM subscription WHERE state = 'IN_WINDOW'")).isEqualTo(DUE);
			// A row a statement would be 1 and more, a transaction a row 1
			assertThat(jobs).allSatisfy((job) -> {
				assertThat(job.statements()).as(job.name()).isBetween(1L, DUE / 3L);
				assertThat(job.commits()).as(job.name()).isBetween(1L, DUE / 20L);
				assertThat(job.program().deadlocks()).as(job.name()).isZero();
				assertThat(job.program().peakHeap()).as(job.name()).isPositive();
			});
			assertThat(program.profile("invoices")).contains("| main |");
			RenewalsBench.setBased(limit, night);
			assertSameRowsButForTheWindows(limit, night);
			limit.drop();
			night.drop();
		}
	}

	@Test
	void plansNoticesAndMailsThemOneForEachConnectionInACommit() throws Exception {
		try (BenchDatabase night = BenchDatabase.create("small_notices");
				BenchDatabase limit = BenchDatabase.create("small_notices_limit");
				BenchProgram program = new BenchProgram(night, this.folder,
						Map.of("mail.connections", "4", "night.lease", "2m"))) {
			for (BenchDatabase database : List.of(night, limit)) {
				new Memberships(database, MAILS).noticed(MAILS);
			}
			program.jobsBeforeNotices(D);
			Measured planned = program.job("notices", D, MAILS);
			assertThat(planned.statements()).isBetween(1L, MAILS / 2L);
			NoticesBench.rows(limit, night);
			assertSameRows(limit, night);
			limit.drop();
			Measured mailed = program.job("notices", D, MAILS, "--approve");
			assertThat(night.count("SELECT COUNT(*) FROM notice WHERE state = 'SENT'")).isEqualTo(MAILS);
			// Four a commit that settles them and claims the next: a quarter of a commit
			// for each, half of one if it did only either
			assertThat(mailed.commits()).isBetween(MAILS / 4L, MAILS * 2 / 5L);
			assertThat(mailed.statements()).isLessThan(MAILS * 5L);
			assertThat(mailed.program().deadlocks() + planned.program().deadlocks()).isZero();
			night.drop();
		}
	}

	/** It reads what it is to write by keys, else it waits for its own benchmark. */
	@Test
	void theTutorialJobWritesTheSameRowsOneByOneAndReadsNoOthers() throws Exception {
		try (BenchDatabase night = BenchDatabase.create("small_done");
				BenchDatabase taught = BenchDatabase.create("small_taught");
				BenchProgram program = new BenchProgram(night, this.folder, SELDOM)) {
			for (BenchDatabase database : List.of(night, taught)) {
				new Memberships(database, DUE).invoiced(DUE);
			}
			for (String job : JOBS) {
				program.job(job, D, DUE, "--approve");
			}
			night.analyse();
			new SetBased(taught, night).insert("invoice_batch", "TRUE");
			long before = read(night);
			try (TutorialJob job = new TutorialJob(taught, night)) {
				job.renewals(DUE);
				job.invoices(DUE);
			}
			assertThat(read(night) - before).isLessThan(DUE * 20L);
			for (String table : List.of("document_series", "document_block", "invoice_batch_total")) {
				new SetBased(taught, night).insert(table, "TRUE");
			}
			assertSameRowsButForTheWindows(taught, night);
			taught.drop();
			night.drop();
		}
	}

	/** What the windows wrote is part of neither side. */
	private static void assertSameRowsButForTheWindows(BenchDatabase one, BenchDatabase night) throws SQLException {
		new SetBased(one, night).insert("renewal_window", "TRUE")
			.update("subscription", "state, benefits_until", "TRUE")
			.update("term", "state", "TRUE");
		assertSameRows(one, night);
	}

	/** But those of the engine: its plans, runs and leases. */
	private static void assertSameRows(BenchDatabase one, BenchDatabase other) throws SQLException {
		List<String> tables = one
			.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
		for (String table : tables) {
			if (!table.toLowerCase(Locale.ROOT).matches("(batch|night|flyway)(_.*)?")) {
				assertThat(checksum(one, table)).as(table).isEqualTo(checksum(other, table));
			}
		}
	}

	private static String checksum(BenchDatabase database, String table) throws SQLException {
		String values = String.join(", ", database.texts("SELECT CONCAT('COALESCE(', column_name, ', ''none'')') "
				+ "FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '%s' ORDER BY 1"
					.formatted(table)));
		return database
			.texts("SELECT CONCAT(COUNT(*), ' rows, ', COALESCE(SUM(CRC32(CONCAT_WS('|', %s))), 0)) FROM %s"
				.formatted(values, table))
			.get(0);
	}

	/** Rows that were read over the connection of the benchmark alone. */
	private static long read(BenchDatabase database) throws SQLException {
		long read = 0;
		for (String how : List.of("key", "next", "rnd", "rnd_next", "first")) {
			read += second(database, "SHOW SESSION STATUS LIKE 'Handler_read_%s'".formatted(how));
		}
		return read;
	}

	private static long second(BenchDatabase database, String sql) throws SQLException {
		try (Statement statement = database.connection().createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(2);
		}
	}

}
