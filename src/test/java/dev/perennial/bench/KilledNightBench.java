package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static dev.perennial.bench.Memberships.D;

/** A night that is killed half-way and continued, against an undisturbed one. */
final class KilledNightBench {

	/** What became of the renewals so far: the only step with parts by then. */
	private static final String DONE = "SELECT COALESCE(SUM(done - lo), 0) FROM batch_part";

	private final BenchSizes sizes;

	private final BenchReport report;

	KilledNightBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		ServerCounters undisturbed = renewals(false);
		ServerCounters killed = renewals(true);
		this.report.ratio("killed half-way and continued, rows written",
				rate(killed.rowsWritten(), undisturbed.rowsWritten()), "<=", 1.05);
		this.report.ratio("killed half-way and continued, rows read", rate(killed.rowsRead(), undisturbed.rowsRead()),
				"<=", 1.05);
		this.report.ratio("killed half-way and continued, statements",
				rate(killed.statements(), undisturbed.statements()), "<=", 1.05);
	}

	private static double rate(long one, long other) {
		return (double) one / other;
	}

	private ServerCounters renewals(boolean killed) throws SQLException, IOException, InterruptedException {
		Path folder = BenchSizes.FOLDER.resolve("killed-" + killed);
		try (BenchDatabase night = BenchDatabase.create("night");
				BenchProgram program = new BenchProgram(night, folder, Map.of())) {
			new Memberships(night, this.sizes.killed()).invoiced(this.sizes.killed());
			night.analyse();
			program.job("intake", D, 0, "--approve");
			ServerCounters before = ServerCounters.read(night.connection());
			long asked = killed ? killHalfWay(program, night, folder) : 0;
			Measured rest = program.job("renewals", D, this.sizes.killed(), "--approve");
			ServerCounters all = ServerCounters.read(night.connection()).since(before).without(asked);
			this.report.jobs(killed ? "Renewals, killed half-way: the rest" : "Renewals, undisturbed", List.of(rest));
			night.drop();
			return all;
		}
	}

	/** How often the server was asked how far the night is, which is none of its work. */
	private long killHalfWay(BenchProgram program, BenchDatabase night, Path folder)
			throws IOException, InterruptedException, SQLException {
		Process process = program.start(List.of(), folder.resolve("killed.log"), "night", "--date", D.toString(),
				"--job", "renewals", "--approve");
		long asked = 2;
		while (night.count(DONE) < this.sizes.killed() / 2 && process.isAlive()) {
			asked++;
			Thread.sleep(20);
		}
		process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
		// A small one is at its end before it is looked at
		this.report.ratio("what was done when it was killed, of all", rate(night.count(DONE), this.sizes.killed()),
				"<=", 0.75);
		return asked;
	}

}
