package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

import dev.perennial.model.Simulation;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Four months in which 1, 5 and 20 nights were missed and made up end as the model says,
 * and as nights on time, except what rules 1.7 moved and a table lists. What the program
 * does in nights on time, {@link FourteenMonthsAgreeTests} compares with the model.
 */
@Tag("verify")
@DatabaseTest
class MissedNightsAgreeTests {

	private static final LocalDate FIRST = LocalDate.of(2027, 12, 15);

	private static final LocalDate LAST = LocalDate.of(2028, 4, 15);

	@TempDir
	Path folder;

	@Test
	void onlyWhatTheRuleMovesIsAnother(TestDatabase database) throws IOException {
		Histories madeUp = new Histories();
		Differences differences = new ComparedNights(database, this.folder, FIRST).outage(LocalDate.of(2028, 1, 10), 1)
			.outage(LocalDate.of(2028, 1, 24), 5)
			.outage(LocalDate.of(2028, 2, 20), 20)
			.run(LAST, (program, date) -> madeUp.read(date, Csv.folder(program.outbox(date)), program.states()));
		assertThat(differences.all()).isEmpty();
		Map<String, String> moved = onTime().differences(madeUp);
		assertThat(moved).containsExactlyInAnyOrderEntriesOf(Moved.read());
	}

	/** The same sample in nights that are all on time, by the model. */
	private Histories onTime() throws IOException {
		Path nights = this.folder.resolve("on-time");
		new Simulation(this.folder.resolve("sample"), FIRST, nights).runUntil(LAST);
		Histories histories = new Histories();
		for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
			Path outbox = nights.resolve(date.toString()).resolve("outbox");
			histories.read(date, Csv.folder(outbox), Csv.read(outbox.resolve("states.csv")));
		}
		return histories;
	}

}
