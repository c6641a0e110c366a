package dev.perennial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

	@TempDir
	Path folder;

	@Test
	void renewsAndInvoicesEachOfManyWithFewStatements() throws Exception {
		try (BenchDatabase night = BenchDatabase.create("small");
				BenchDatabase limit = BenchDatabase.create("small_limit");
				BenchProgram program = new BenchProgram(night, this.folder, Map.of())) {
			for (BenchDatabase database : List.of(night, limit)) {
				new Memberships(database, DUE).invoiced(DUE);
			}
			List<Measured> jobs = new ArrayList<>();
			for (String job : List.of("intake", "renewals", "windows", "invoices")) {
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
				assertThat(job.program().peakHeap()).as(job.name()).isPositive();
			});
			assertThat(program.profile("invoices")).contains("| Connector/J |", "| main |");
			RenewalsBench.setBased(limit, night);
			for (String table : RenewalsBench.WRITTEN) {
				assertThat(limit.count("SELECT COUNT(*) FROM " + table)).as(table)
					.isEqualTo(night.count("SELECT COUNT(*) FROM " + table));
			}
			limit.drop();
			night.drop();
		}
	}

}
