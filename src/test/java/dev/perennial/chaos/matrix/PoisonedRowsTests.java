package dev.perennial.chaos.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.perennial.chaos.Evening;
import dev.perennial.chaos.Evening.Start;
import dev.perennial.chaos.SmallNight;
import dev.perennial.testing.NightLeft;
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
			execute(evening,
					"UPDATE partner SET email = 'no address', legal_name = '\uD83C\uDF89 \r\nBcc: all@partner.example' "
							+ "WHERE partner_id = 'POPENS1'");
			execute(evening, "UPDATE partner SET locale = 'xx', contact_name = '' WHERE partner_id = 'PLAPSES1'");
			execute(evening, "UPDATE subscription SET offer = 'GONE' WHERE subscription_id = 'TRANSFER1'");
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
			assertSameBut(evening, nights, "OPENS1", "LAPSES1", "TRANSFER1");
		}
	}

	/**
	 * The numbers of the others' documents follow from which there are, so they may move.
	 */
	private static void assertSameBut(Evening evening, FaultyNights nights, String... subscriptions) throws Exception {
		List<String> notices = FaultyNights.texts(evening,
				"SELECT notice_id FROM notice WHERE subscription_id IN ('%s')"
					.formatted(String.join("', '", subscriptions)));
		NightLeft expected = without(nights.undisturbed().outcome().left(), notices, subscriptions);
		assertThat(without(evening.outcome().left(), notices, subscriptions).differencesFrom(expected))
			.noneMatch((difference) -> difference.matches(
					"(term|subscription|renewal_order|charge_attempt|notice|renewal_window|request|bank_line): .*"));
		nights.noted();
	}

	private static NightLeft without(NightLeft left, List<String> notices, String... subscriptions) {
		NightLeft others = left.without(Set.copyOf(notices));
		return others.without(Set.of(subscriptions));
	}

	private static void execute(Evening evening, String sql) {
		evening.database().ownerJdbc().sql(sql).update();
	}

}
