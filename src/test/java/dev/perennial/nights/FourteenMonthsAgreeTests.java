package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.model.Happenings;
import dev.perennial.model.NamedCases;
import dev.perennial.night.NightResult;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fourteen months of nights, a 29 February inside, end as the model and the table written
 * by hand say, agree with the gateway's books, and change nothing when they are run
 * twice.
 */
@Tag("verify")
@DatabaseTest
class FourteenMonthsAgreeTests {

	private static final LocalDate FIRST = LocalDate.of(2027, 12, 15);

	private static final LocalDate LAST = LocalDate.of(2029, 2, 15);

	/**
	 * Imports, claims, failures, a leap day, both ends of a year, months' ends, windows'
	 * ends.
	 */
	private static final Set<LocalDate> TWICE = Stream
		.of("2027-12-15", "2027-12-18", "2027-12-31", "2028-01-01", "2028-01-14", "2028-02-29", "2028-03-31",
				"2028-06-23", "2028-11-17", "2028-12-15")
		.map(LocalDate::parse)
		.collect(Collectors.toUnmodifiableSet());

	/** The last night of which the table written by hand tells. */
	private static final LocalDate TOLD = FIRST.plusDays(110);

	@TempDir
	Path folder;

	private final Happenings happenings = new Happenings(FIRST);

	@Test
	void everyFileOfEveryNightIsTheModels(TestDatabase database) throws IOException {
		Differences differences = new ComparedNights(database, this.folder, FIRST).run(LAST, (program, date) -> {
			if (TWICE.contains(date)) {
				changesNothingTheSecondTime(program, database, date);
			}
			if (!date.isAfter(TOLD)) {
				this.happenings.read(date, Csv.folder(program.outbox(date)), program.states());
			}
			if (date.equals(LAST)) {
				assertThat(program.settledCharges()).isEqualTo(program.chargesInTheBooks());
			}
		});
		assertThat(differences.all()).isEmpty();
		// The term of this anchor ends 249 days after the day of the demo, nine days
		// after
		// a price rise; here it ends 75 days after D, and was quoted after the rise.
		assertThat(new NamedCases(this.folder.resolve("sample"), FIRST, false).differences(this.happenings))
			.singleElement()
			.asString()
			.startsWith("SUB-FEB29:")
			.endsWith("not in the table: []; in the table, but did not happen: [66 n:PRICE_CHANGE]");
	}

	private void changesNothingTheSecondTime(ProgramNights program, TestDatabase database, LocalDate date)
			throws IOException {
		Traces before = Traces.of(program, database, this.folder);
		NightResult again = program.program().night(date);
		assertThat(again.nights()).isEmpty();
		assertThat(Traces.of(program, database, this.folder)).isEqualTo(before);
	}

}
