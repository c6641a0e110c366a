package dev.perennial.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.RunningProgram;
import dev.perennial.testing.TestDatabase;
import dev.perennial.work.NightlyJob;
import dev.perennial.work.launch.JobRuns;
import dev.perennial.work.launch.Occasion;
import dev.perennial.work.launch.RunEnd;
import dev.perennial.work.lease.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a night costs in which nothing is due. */
@DatabaseTest
class QuietNightTests {

	private static final LocalDate D = LocalDate.of(2026, 6, 23);

	/** The others, verify and outbox, have the night itself to do. */
	private static final List<String> WITH_NOTHING_TO_DO = List.of("intake", "renewals", "windows", "invoices",
			"notices");

	private static final NightRequest WHOLE = new NightRequest(D, null, "", false,
			new NightRequest.Consent("test", true, null));

	@TempDir
	Path folder;

	@Test
	void aJobWithNothingToDoCostsAtMostTwelveCommits(TestDatabase database) throws IOException {
		try (RunningProgram program = new RunningProgram(database, this.folder,
				"spring.datasource.url=%s&queryInterceptors=%s".formatted(database.jdbcUrl(),
						CountedCommits.class.getName()),
				// So long that no heartbeat is counted
				"night.lease=10m")) {
			program.bean(Lease.class).hold(D, () -> {
				NightBook book = program.bean(NightBook.class);
				Occasion occasion = book.occasion(book.begin(D), "");
				for (NightlyJob job : program.bean(NightOrder.class).jobs(WHOLE)) {
					int before = CountedCommits.ALL.get();
					assertThat(program.bean(JobRuns.class).run(job, occasion)).as(job.name())
						.isEqualTo(RunEnd.COMPLETED);
					if (WITH_NOTHING_TO_DO.contains(job.name())) {
						assertThat(CountedCommits.ALL.get() - before).as(job.name()).isBetween(1, 12);
					}
				}
				return null;
			});
		}
	}

}
