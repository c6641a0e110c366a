package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month around a 29 February, with three nights missed over it, is what the model says
 * on the database of record, too. {@link FourteenMonthsAgreeTests} compares a year.
 */
@Tag("verify")
@Tag("mysql")
@EnabledIfSystemProperty(named = "perennial.test.mysql", matches = ".+")
@DatabaseTest
class LeapMonthAgreesTests {

	private static final LocalDate FIRST = LocalDate.of(2028, 2, 12);

	private static final LocalDate LAST = LocalDate.of(2028, 3, 12);

	@TempDir
	Path folder;

	@Test
	void everyFileOfEveryNightIsTheModels(TestDatabase database) throws IOException {
		Differences differences = new ComparedNights(database, this.folder, FIRST).outage(LocalDate.of(2028, 2, 28), 3)
			.run(LAST, (program, date) -> {
			});
		assertThat(differences.all()).isEmpty();
	}

}
