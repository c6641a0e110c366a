package dev.perennial.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import static dev.perennial.bench.Memberships.D;

/** A night that has to tell many that they renew, against what is possible. */
final class NoticesBench {

	private final BenchSizes sizes;

	private final BenchReport report;

	NoticesBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		try (BenchDatabase night = due("night"); BenchDatabase limit = due("limit")) {
			Measured planned = planned(night);
			this.report.jobs("Notices planned", List.of(planned));
			this.report.note(PerformanceSchema.longest(night));
			this.report.ratio("notices planned, against A", planned, setBased(limit, night), 0.4);
			limit.drop();
			night.drop();
		}
	}

	private BenchDatabase due(String name) throws SQLException {
		BenchDatabase database = BenchDatabase.create(name);
		new Memberships(database, this.sizes.notices()).noticed(this.sizes.notices());
		database.analyse();
		return database;
	}

	/** Without approval the night ends where the first mail would go out. */
	private Measured planned(BenchDatabase night) throws IOException, InterruptedException, SQLException {
		try (BenchProgram program = new BenchProgram(night, BenchSizes.FOLDER.resolve("notices"), Map.of())) {
			program.jobsBeforeNotices(D);
			PerformanceSchema.forget(night);
			Measured job = program.job("notices", D, this.sizes.notices());
			this.report.note(program.profile("notices"));
			return job.step("plan-notices", this.sizes.notices(), program.stepSeconds("plan-notices"));
		}
	}

	private Measured setBased(BenchDatabase limit, BenchDatabase night) throws SQLException {
		return this.report.yardstick("A: set-based limit of notices", this.sizes.notices(), limit,
				() -> rows(limit, night).rows().toString());
	}

	/** Writes what the plan of the notices wrote, by one statement a table. */
	static SetBased rows(BenchDatabase limit, BenchDatabase night) throws SQLException {
		return new SetBased(limit, night).insert("quote", "quoted_in = '%s'".formatted(D))
			.insert("notice", "planned_in = '%s'".formatted(D))
			.update("subscription", "look_on", "f.look_on > '%s'".formatted(D));
	}

}
