package dev.perennial.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static dev.perennial.bench.Memberships.D;

/** The same few due among some, and among many more. */
final class QuietNightBench {

	private final BenchSizes sizes;

	private final BenchReport report;

	QuietNightBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		Measured few = night(this.sizes.few());
		Measured many = night(this.sizes.many());
		String what = "quiet night among %,d against among %,d".formatted(this.sizes.many(), this.sizes.few());
		this.report.ratio(what + ", rows read", (double) many.server().rowsRead() / few.server().rowsRead(), "<=",
				1.05);
		this.report.ratio(what + ", time", many.seconds() / few.seconds(), "<=", 1.5);
	}

	private Measured night(long among) throws SQLException, IOException, InterruptedException {
		try (BenchDatabase night = BenchDatabase.create("quiet")) {
			new Memberships(night, among).invoiced(this.sizes.quiet()).quiet(among - this.sizes.quiet());
			night.analyse();
			warm(night);
			PerformanceSchema.forget(night);
			List<Measured> jobs = new ArrayList<>();
			try (BenchProgram program = new BenchProgram(night, BenchSizes.FOLDER.resolve("quiet-" + among),
					Map.of("approval.minimum", "1000000", "mail.connections", "2"))) {
				for (String job : List.of("intake", "renewals", "windows", "invoices", "verify")) {
					if (job.equals("verify")) {
						jobs.add(program.job("notices", D, this.sizes.quiet(), "--approve"));
					}
					jobs.add(program.job(job, D, this.sizes.quiet(), "--approve"));
				}
				jobs.add(program.outbox(D, this.sizes.quiet()));
				this.report.jobs("Quiet night: %,d due among %,d".formatted(this.sizes.quiet(), among), jobs);
				this.report.note(program.profile("notices"));
				this.report.note(PerformanceSchema.longest(night));
			}
			if (among == this.sizes.many()) {
				new ReadsBench(night, this.report).run("S000000001");
			}
			night.drop();
			return all(jobs);
		}
	}

	/**
	 * Reads what is due, as a server has it in its pool that has run for days; it was
	 * written first, and all the others after it.
	 */
	private static void warm(BenchDatabase night) throws SQLException {
		night.count("""
				SELECT COALESCE(SUM(LENGTH(p.legal_name) + t.seq + q.net + LENGTH(n.subject)), 0)
				  FROM subscription s
				  JOIN partner p ON p.partner_id = s.partner_id
				  JOIN term t ON t.subscription_id = s.subscription_id
				  JOIN quote q ON q.subscription_id = s.subscription_id
				  JOIN notice n ON n.subscription_id = s.subscription_id
				 WHERE s.look_on <= '%s'
				""".formatted(D));
	}

	private static Measured all(List<Measured> jobs) {
		ServerCounters sum = new ServerCounters(0, 0, 0, 0, 0);
		double seconds = 0;
		for (Measured job : jobs) {
			sum = sum.plus(job.server());
			seconds += job.seconds();
		}
		return new Measured("night", jobs.get(0).items(), seconds, BenchProgram.Used.NONE, sum);
	}

}
