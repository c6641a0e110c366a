package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static dev.perennial.bench.Memberships.D;

/**
 * A whole night, mails included, that is killed half-way and continued, against an
 * undisturbed one.
 */
final class KilledNightBench {

	/** Items of all steps so far; each of them has its parts before it begins. */
	private static final String DONE = "SELECT COALESCE(SUM(done - lo), 0) FROM batch_part";

	private static final String LAST_JOB = "SELECT job FROM batch_run ORDER BY run_id DESC LIMIT 1";

	private final BenchSizes sizes;

	private final BenchReport report;

	KilledNightBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		Night undisturbed = night(Long.MAX_VALUE);
		Night killed = night(undisturbed.done() / 2);
		if (killed.done() != undisturbed.done()) {
			throw new IllegalStateException("%d items done instead of %d".formatted(killed.done(), undisturbed.done()));
		}
		ServerCounters all = killed.server();
		ServerCounters once = undisturbed.server();
		this.report.ratio("killed half-way and continued, rows written", rate(all.rowsWritten(), once.rowsWritten()),
				"<=", 1.05);
		this.report.ratio("killed half-way and continued, rows read", rate(all.rowsRead(), once.rowsRead()), "<=",
				1.05);
		this.report.ratio("killed half-way and continued, statements", rate(all.statements(), once.statements()), "<=",
				1.05);
	}

	private static double rate(long one, long other) {
		return (double) one / other;
	}

	/**
	 * @param killedAt how many items are done when it is killed
	 */
	private Night night(long killedAt) throws SQLException, IOException, InterruptedException {
		boolean killed = killedAt < Long.MAX_VALUE;
		Path folder = BenchSizes.FOLDER.resolve("killed-" + killed);
		try (BenchDatabase night = BenchDatabase.create("night");
				MailSink sink = MailSink.start(List.of());
				BenchProgram program = new BenchProgram(night, folder, settings(sink))) {
			new Memberships(night, this.sizes.killed()).invoiced(this.sizes.killed());
			night.analyse();
			ServerCounters before = ServerCounters.read(night.connection());
			long asked = killed ? kill(program, night, folder, killedAt) : 0;
			Measured rest = program.night(D, this.sizes.killed());
			ServerCounters all = ServerCounters.read(night.connection()).since(before).without(asked);
			this.report.jobs(killed ? "Night, killed half-way: the rest" : "Night, undisturbed", List.of(rest));
			long done = night.count(DONE);
			night.drop();
			return new Night(all, done);
		}
	}

	private static Map<String, String> settings(MailSink sink) {
		return Map.of("spring.mail.port", String.valueOf(sink.port()), "mail.connections",
				String.valueOf(BenchSizes.CONNECTIONS), "approval.minimum", "1000000");
	}

	/** How often the server was asked how far the night is, which is none of its work. */
	private long kill(BenchProgram program, BenchDatabase night, Path folder, long killedAt)
			throws IOException, InterruptedException, SQLException {
		Process process = program.start(List.of(), folder.resolve("killed.log"), "night", "--date", D.toString());
		long asked = 3;
		while (night.count(DONE) < killedAt && process.isAlive()) {
			asked++;
			Thread.sleep(100);
		}
		if (!process.isAlive() || !process.destroyForcibly().waitFor(1, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The night was not killed, see " + folder.resolve("killed.log"));
		}
		// A small one is at its end before it is looked at
		this.report.ratio("what was done when it was killed, of all", rate(night.count(DONE), 2 * killedAt), "<=",
				0.75);
		this.report.note("Killed in the job `%s`.".formatted(night.texts(LAST_JOB).get(0)));
		return asked;
	}

	/**
	 * What it came to.
	 *
	 * @param server what the server did in all
	 * @param done items of all steps
	 */
	private record Night(ServerCounters server, long done) {
	}

}
