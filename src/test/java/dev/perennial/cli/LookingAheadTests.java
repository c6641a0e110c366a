package dev.perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the commands say of the nights ahead, of two subscriptions that are imported for
 * the night of 2026-06-23: S-CARD, over on 2026-06-22, noticed on 2026-06-15 and
 * therefore charged from 2026-06-30 on (rules 3.6), and S-TRANSFER, over on 2026-06-25
 * and invoiced the day after (rules 3.5).
 */
@DatabaseTest
@Tag("mysql")
class LookingAheadTests {

	private final TestDatabase database;

	@TempDir
	Path folder;

	LookingAheadTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void forecastCountsMailsChargesAndMoneyNightByNight() throws IOException {
		imported();
		Said said = program("forecast", "--days", "9", "--json");
		assertThat(said.code()).as(said.err()).isZero();
		JsonNode nights = JsonMapper.builder().build().readTree(said.out());
		List<String> lines = new ArrayList<>();
		nights.forEach((night) -> lines.add("%s %s %s %s %s".formatted(night.get("date").asString(), night.get("mails"),
				night.get("charges"), night.get("charged"), night.get("invoiced"))));
		assertThat(lines).containsExactly(
				// WINDOW_OPEN of S-CARD from E+1 on; RENEWAL_NOTICE_LATE of S-TRANSFER,
				// whose RENEWAL_NOTICE came too late to be sent (rules 8.1, 2.4)
				"2026-06-23 2 0 {} {}", "2026-06-24 0 0 {} {}", "2026-06-25 0 0 {} {}",
				// E+1 of S-TRANSFER: the invoice and its PAYMENT_DUE (rules 3.5, 8.1)
				"2026-06-26 1 0 {} {\"JPY\":\"68000\"}", "2026-06-27 0 0 {} {}", "2026-06-28 0 0 {} {}",
				"2026-06-29 0 0 {} {}",
				// 15 days after the notice of S-CARD: charge, invoice, RENEWED
				"2026-06-30 1 1 {\"EUR\":\"425.00\"} {\"EUR\":\"425.00\"}", "2026-07-01 0 0 {} {}");
	}

	@Test
	void explainGivesTheRulesThatANightMeets() throws IOException {
		imported();
		Said tonight = program("explain", "S-CARD");
		assertThat(tonight.code()).as(tonight.err()).isZero();
		assertThat(tonight.out()).contains("S-CARD in the night of 2026-06-23", "HELD NOTICE_TOO_RECENT",
				"3.3 due: the term ended on 2026-06-22, claimed until 2026-07-22",
				"3.6 no notice, no charge: notice sent 2026-06-15, charge possible from 2026-06-30",
				"4.6 expired on 2026-06-22 and not renewed: renewable from 2026-06-23 to 2026-07-22",
				"OPENED, 2026-07-22");
		Said later = program("explain", "S-CARD", "--date", "2026-06-30");
		assertThat(later.out()).contains("6.3 attempt 1 of order S-CARD-20260623-1 is due on 2026-06-30",
				"RENEWED, 2026-06-23, 425.00 EUR  IF_PAID");
		Said quiet = program("explain", "S-TRANSFER", "--date", "2026-06-24");
		assertThat(quiet.out()).contains("3.3 due from 2026-06-26 to 2026-07-25, not on 2026-06-24",
				"4.1 the term runs until 2026-06-25", "Nothing happens");
	}

	@Test
	void explainRefusesWhatItCannotExplainInOneLine() throws IOException {
		imported();
		Said unknown = program("explain", "S-NOBODY");
		assertThat(unknown.code()).isEqualTo(2);
		assertThat(unknown.out()).isEmpty();
		assertThat(unknown.err()).contains("There is no subscription 'S-NOBODY'");
		Said before = program("explain", "S-CARD", "--date", "2026-06-22");
		assertThat(before.code()).isEqualTo(2);
		assertThat(before.err()).contains("There was no night of 2026-06-22: the oldest open date is 2026-06-23");
	}

	@Test
	void aDryRunListsItemsAndCountsThemByJob() throws IOException {
		imported();
		Said text = program("night", "--dry-run");
		assertThat(text.code()).as(text.err()).isZero();
		assertThat(text.out()).contains("The night of 2026-06-23 would do this, and has done nothing", "ORDER HELD",
				"WINDOW OPENED", "NOTICE SENT");
		JsonNode json = JsonMapper.builder().build().readTree(program("night", "--dry-run", "--json").out());
		assertThat(json.get("counts").get("windows").get("WINDOW OPENED").asInt()).isEqualTo(1);
		assertThat(json.get("items")).hasSize(5);
		Said refused = program("night", "--dry-run", "--date", "2026-06-24");
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains("2026-06-24 is not next: the oldest open date is 2026-06-23");
	}

	@Test
	void aDryRunOverARefusedInboxSaysThatIntakeWouldFail() throws IOException {
		imported();
		Files.createDirectories(this.folder.resolve("inbox"));
		Files.writeString(this.folder.resolve("inbox").resolve("bank-1.csv"), "entry_id,booked_on\nB1,2026-06-23\n");
		Said said = program("night", "--dry-run");
		assertThat(said.code()).isEqualTo(1);
		assertThat(said.err()).contains("intake would fail", "bank-1.csv", "missing column 'amount'");
		Said forecast = program("forecast");
		assertThat(forecast.code()).isEqualTo(2);
		assertThat(forecast.err()).contains("bank-1.csv", "missing column 'amount'");
	}

	private void imported() throws IOException {
		Files.writeString(this.folder.resolve("partners.csv"),
				"""
						partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city
						P-US,Example Inc,us@example.com,,Ann,+1 555 0100,en,US,,Main St 1,10001,New York
						P-JP,Example KK,jp@example.com,,Ken,+81 3 0000,en,JP,,Chuo 1,100-0001,Tokyo
						""");
		Files.writeString(this.folder.resolve("subscriptions.csv"),
				"""
						subscription_id,partner_id,offer,currency,anchor,starts_on,ends_on,auto_renew,payment_method,card_token,card_expires,renewal_notice_sent_on
						S-CARD,P-US,ACTION_PACK,EUR,2025-06-23,2025-06-23,2026-06-22,on,card,pm_card_visa,2030-01,2026-06-15
						S-TRANSFER,P-JP,ACTION_PACK,JPY,2025-06-26,2025-06-26,2026-06-25,on,transfer,,,
						""");
		Said said = program("import", this.folder.toString(), "--date", "2026-06-23");
		assertThat(said.code()).as(said.err()).isZero();
	}

	private Said program(String... command) {
		List<String> arguments = new ArrayList<>(List.of(command));
		arguments.addAll(List.of("--spring.config.location=classpath:/",
				"--spring.datasource.url=" + this.database.jdbcUrl(),
				"--spring.datasource.username=" + this.database.server().app().user(),
				"--spring.datasource.password=" + this.database.server().app().password(),
				"--spring.flyway.enabled=false", "--night.today=business-date", "--night.lease=1s",
				"--vat.register=local", "--folders.catalog=config", "--folders.inbox=" + this.folder.resolve("inbox"),
				"--gateway.api-key=sk_test", "--mail.from=Perennial <renewals@perennial.example>",
				"--mail.journal=" + this.folder.resolve("journal")));
		return Said.by(PerennialApplication.class, arguments.toArray(String[]::new));
	}

}
