package dev.perennial.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.perennial.testing.TestServer;
import dev.perennial.testing.TestServer.Product;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.perennial.bench.Memberships.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Of a night over many subscriptions, only what is due is read (rules 1.5). */
@Tag("mysql")
class NoFullScanTests {

	private static final long AMONG = 100_000;

	/** So many rows of a night stand in each table, that its end is far away. */
	private static final long HISTORY = 2_000;

	@TempDir
	Path folder;

	@Test
	void noStatementOfANightReadsATableFromEndToEnd() throws Exception {
		assumeThat(TestServer.get().product()).isEqualTo(Product.MYSQL);
		String name = "scans_" + ProcessHandle.current().pid();
		try (BenchDatabase night = BenchDatabase.create(name);
				BenchProgram program = new BenchProgram(night, this.folder,
						Map.of("charging.rate-per-second", "500"))) {
			new Memberships(night, AMONG).chargedOnTheDayBefore(HISTORY)
				.invoiced(40)
				.charged(40)
				.noticed(20)
				.quiet(AMONG - HISTORY - 100);
			PastRequests.add(night, AMONG, HISTORY);
			night.analyse();
			night(program, D.minusDays(1));
			night.analyse();
			try (FullScans scans = new FullScans(night)) {
				night(program, D);
				assertThat(scans.found()).isEmpty();
			}
			night.drop();
		}
	}

	private static void night(BenchProgram program, LocalDate date) throws Exception {
		assertThat(program.run(List.of(), "night", "--date", date.toString(), "--approve").code()).isZero();
	}

}
