package dev.perennial.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static dev.perennial.bench.Memberships.D;

/** A night in which many renewals by transfer are due, against what is possible. */
final class RenewalsBench {

	/**
	 * What renewals by transfer and their invoices leave; nothing stands there before.
	 */
	static final List<String> WRITTEN = List.of("renewal_order", "renewal_outcome", "document_series", "document_block",
			"document", "document_line", "document_status", "invoice_batch", "invoice_batch_total",
			"invoice_batch_document");

	private final BenchSizes sizes;

	private final BenchReport report;

	RenewalsBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		try (BenchDatabase night = due("night")) {
			List<Measured> jobs = jobs(night);
			this.report.note(PerformanceSchema.longest(night));
			Measured both = sum("renewals + invoices", jobs.get(1), jobs.get(3));
			try (BenchDatabase limit = due("limit")) {
				Measured setBased = this.report.yardstick("A: set-based limit", this.sizes.due(), limit,
						() -> setBased(limit, night).rows().toString());
				this.report.ratio("renewals by transfer plus invoices, against A", both, setBased, 0.4);
				limit.drop();
			}
			try (BenchDatabase taught = due("taught")) {
				this.report.ratio("the same against B", both, tutorial(taught, night), 4);
				taught.drop();
			}
			night.drop();
		}
	}

	private BenchDatabase due(String name) throws SQLException {
		BenchDatabase database = BenchDatabase.create(name);
		new Memberships(database, this.sizes.due()).invoiced(this.sizes.due());
		database.analyse();
		return database;
	}

	private List<Measured> jobs(BenchDatabase night) throws IOException, InterruptedException, SQLException {
		PerformanceSchema.forget(night);
		List<Measured> jobs = new ArrayList<>();
		try (BenchProgram program = new BenchProgram(night, BenchSizes.FOLDER.resolve("renewals"), Map.of())) {
			for (String job : List.of("intake", "renewals", "windows", "invoices")) {
				jobs.add(program.job(job, D, job.equals("intake") ? 0 : this.sizes.due(), "--approve"));
			}
			this.report.jobs("Renewals by transfer", jobs);
			this.report.note(program.profile("renewals"));
			this.report.note(program.profile("invoices"));
		}
		return jobs;
	}

	static Measured sum(String name, Measured one, Measured other) {
		return new Measured(name, one.items(), one.seconds() + other.seconds(), one.program().plus(other.program()),
				one.server().plus(other.server()));
	}

	/** Writes what the night wrote, by one statement a table. */
	static SetBased setBased(BenchDatabase limit, BenchDatabase night) throws SQLException {
		SetBased rows = new SetBased(limit, night);
		for (String table : WRITTEN) {
			rows.insert(table, "TRUE");
		}
		return rows;
	}

	private Measured tutorial(BenchDatabase taught, BenchDatabase night) throws SQLException {
		try (TutorialJob job = new TutorialJob(taught, night)) {
			new SetBased(taught, night).insert("invoice_batch", "business_date = '%s'".formatted(D));
			return this.report.yardstick("B: tutorial job", this.sizes.tutorial(), taught, () -> {
				job.renewals(this.sizes.tutorial());
				job.invoices(this.sizes.tutorial());
				return "one thread, chunk 100, one statement a row";
			});
		}
	}

}
