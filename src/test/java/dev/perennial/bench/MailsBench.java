package dev.perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import static dev.perennial.bench.Memberships.D;

/** A night that mails, against what its mail server takes and its database commits. */
final class MailsBench {

	private final BenchSizes sizes;

	private final BenchReport report;

	MailsBench(BenchSizes sizes, BenchReport report) {
		this.sizes = sizes;
		this.report = report;
	}

	void run() throws SQLException, IOException, InterruptedException {
		Path folder = Files.createDirectories(BenchSizes.FOLDER.resolve("mails"));
		int size = size(folder);
		try (BenchDatabase night = BenchDatabase.create("night"); MailSink sink = MailSink.start(List.of())) {
			new Memberships(night, this.sizes.mails()).noticed(this.sizes.mails());
			night.analyse();
			Measured mails = mails(night, folder, sink, size);
			this.report.note(PerformanceSchema.longest(night));
			Measured source = this.report.yardstick("C: smtp-source", this.sizes.mails(), night,
					() -> sink.fill(this.sizes.mails(), size));
			Measured commits = this.report.yardstick("F: durable commits of one row", this.sizes.mails(), night,
					() -> DurableCommits.on(night).make(this.sizes.mails(), BenchSizes.CONNECTIONS));
			this.report.ratio("mails, against the smaller of C and F", mails,
					(source.perSecond() < commits.perSecond()) ? source : commits, 0.8);
			night.drop();
		}
	}

	private Measured mails(BenchDatabase night, Path folder, MailSink sink, int size)
			throws IOException, InterruptedException, SQLException {
		try (BenchProgram program = program(night, folder, sink)) {
			program.jobsBeforeNotices(D);
			PerformanceSchema.forget(night);
			Measured job = program.job("notices", D, this.sizes.mails(), "--approve");
			Measured mails = job.step("send-mails", this.sizes.mails(), program.stepSeconds("send-mails"));
			this.report.jobs("Mails over %d connections, %d bytes each".formatted(BenchSizes.CONNECTIONS, size),
					List.of(mails));
			this.report.note(program.profile("notices"));
			return mails;
		}
	}

	/** The size of a mail, found out by sending a few. */
	private int size(Path folder) throws SQLException, IOException, InterruptedException {
		Path dump = Files.createTempDirectory("perennial-bench").resolve("dump");
		// The mail server writes it as nobody
		Files.setPosixFilePermissions(dump.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
		try (BenchDatabase few = BenchDatabase.create("few");
				MailSink sink = MailSink.start(List.of("-D", dump.toAbsolutePath().toString()))) {
			new Memberships(few, 30).noticed(30);
			try (BenchProgram program = program(few, folder.resolve("few"), sink)) {
				program.jobsBeforeNotices(D);
				program.job("notices", D, 30, "--approve");
			}
			few.drop();
		}
		return (int) (Files.size(dump) / 30);
	}

	private static BenchProgram program(BenchDatabase database, Path folder, MailSink sink) throws IOException {
		return new BenchProgram(database, folder, Map.of("spring.mail.port", String.valueOf(sink.port()),
				"mail.connections", String.valueOf(BenchSizes.CONNECTIONS)));
	}

}
