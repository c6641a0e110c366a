package dev.perennial.chaos.matrix;

import java.nio.file.Path;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that are poisoned before a night: each concerns its own subscription only. */
@Tag("verify")
@Tag("mysql")
class PoisonedRowsTests {

	@TempDir
	Path folder;

	/** Rules 5.6, 8.5, 11.3. */
	@Test
	void parksOrGivesUpThePoisonedAlone() throws Exception {
		try (FaultyNights nights = new FaultyNights(this.folder, "poisoned rows"); Evening evening = nights.evening()) {
			FaultyNights.execute(evening,
					"UPDATE partner SET email = 'no address', legal_name = '\uD83C\uDF89 \r\nBcc: all@partner.example' "
							+ "WHERE partner_id = 'POPENS1'");
			FaultyNights.execute(evening,
					"UPDATE partner SET locale = 'xx', contact_name = '' WHERE partner_id = 'PLAPSES1'");
			FaultyNights.execute(evening, "UPDATE subscription SET offer = 'GONE' WHERE subscription_id = 'TRANSFER1'");
			Start start = evening.start(0);
			assertThat(start.exit()).as("a person should look: " + start.said()).isEqualTo(3);
			assertThat(
					FaultyNights.texts(evening,
							"SELECT DISTINCT CONCAT(state, ' ', reason) FROM notice WHERE subscription_id = 'OPENS1' "
									+ "AND state_in = '%s'".formatted(SmallNight.D)))
				.containsExactly("FAILED_PERM NO_CONTACT");
			assertThat(FaultyNights.texts(evening,
					"SELECT CONCAT(outcome, ' ', reason) FROM renewal_outcome WHERE subscription_id = 'TRANSFER1'"))
				.singleElement()
				.asString()
				.startsWith("PARKED PRICE_MISSING");
			assertThat(FaultyNights.texts(evening, "SELECT state FROM batch_run WHERE state <> 'COMPLETED'")).isEmpty();
			nights.compareOthers(evening, "OPENS1", "LAPSES1", "TRANSFER1");
			nights.complete();
		}
	}

}
