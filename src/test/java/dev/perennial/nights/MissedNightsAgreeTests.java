package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Four months in which 1, 5 and 20 nights were missed and made up end as the model says:
 * only what rules 1.7 moves is another than in nights that were all on time.
 */
@Tag("verify")
@DatabaseTest
class MissedNightsAgreeTests {

	private static final LocalDate FIRST = LocalDate.of(2027, 12, 15);

	private static final LocalDate LAST = LocalDate.of(2028, 4, 15);

	@TempDir
	Path folder;

	@Test
	void nightsMadeUpEndAsTheModelSays(TestDatabase database) throws IOException {
		Differences differences = new ComparedNights(database, this.folder, FIRST).outage(LocalDate.of(2028, 1, 10), 1)
			.outage(LocalDate.of(2028, 1, 24), 5)
			.outage(LocalDate.of(2028, 2, 20), 20)
			.run(LAST, (program, date) -> {
			});
		assertThat(differences.all()).isEmpty();
	}

}
