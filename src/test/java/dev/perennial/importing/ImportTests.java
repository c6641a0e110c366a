package dev.perennial.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.perennial.csv.FileRefused;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rules 2.4, 2.5: what is brought in, all of a file or nothing of it. */
@DatabaseTest
@Tag("mysql")
class ImportTests {

	private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

	private static final String PARTNERS = "partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,street,postal_code,city\n";

	private static final String SUBSCRIPTIONS = "subscription_id,partner_id,offer,currency,anchor,starts_on,ends_on,auto_renew,payment_method,card_token,card_expires,renewal_notice_sent_on\n";

	private static final String ONE_PARTNER = PARTNERS
			+ "P1,\"名 & Söhne\",a@example.com,,,,ru_RU,DE,DE123456789,Weg 1,10115,Berlin\n";

	private static final String TWO_SUBSCRIPTIONS = SUBSCRIPTIONS
			+ "S1,P1,gold,EUR,2024-02-29,2026-02-28,2027-02-27,on,card,pm_card_visa,2027-02,2026-05-11\n"
			+ "S2,P1,gold,KWD,2025-06-23,2025-06-23,2026-06-22,off,transfer,,,\n";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final List<String> quoted = new ArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	ImportTests(TestDatabase database) {
		this.jdbc = new JdbcTemplate(database.app());
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
	}

	@Test
	void bringsInASubscriptionWithItsTermCardAndSwitch() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("subscriptions.csv", TWO_SUBSCRIPTIONS);
		assertThat(load().loaded()).containsExactly(new Imported.Loaded("partners.csv", 1),
				new Imported.Loaded("subscriptions.csv", 2));
		assertThat(rows("SELECT legal_name, locale, vat_id FROM partner"))
			.containsExactly("legal_name=名 & Söhne, locale=ru-RU, vat_id=DE123456789");
		assertThat(rows("""
				SELECT subscription_id AS id, state, payment_method AS method, card_id AS card, term_seq AS seq,
				       term_ends_on AS ends, method_given_in AS given, created_in AS created, look_on
				  FROM subscription ORDER BY 1
				""")).containsExactly(
				"id=S1, state=ACTIVE, method=CARD, card=IMPORT/S1, seq=0, ends=2027-02-27, given=2026-06-01,"
						+ " created=2026-06-01, look_on=2026-06-01",
				"id=S2, state=ACTIVE, method=TRANSFER, card=null, seq=0, ends=2026-06-22, given=2026-06-01,"
						+ " created=2026-06-01, look_on=2026-06-01");
		assertThat(rows("SELECT subscription_id AS id, seq, anchor, starts_on, origin, state FROM term ORDER BY 1"))
			.containsExactly("id=S1, seq=0, anchor=2024-02-29, starts_on=2026-02-28, origin=IMPORT, state=ACTIVE",
					"id=S2, seq=0, anchor=2025-06-23, starts_on=2025-06-23, origin=IMPORT, state=ACTIVE");
		assertThat(rows("SELECT token, expires_on FROM card"))
			.containsExactly("token=pm_card_visa, expires_on=2027-02-28");
		assertThat(rows("SELECT subscription_id AS id, seq, switched_in, cause FROM auto_renew_off"))
			.containsExactly("id=S2, seq=0, switched_in=2026-06-01, cause=IMPORT");
	}

	@Test
	void countsANoticeThatWasSentElsewhereAndFreezesTheQuote() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("subscriptions.csv", TWO_SUBSCRIPTIONS);
		load();
		// E is 2027-02-27: E-42 and E-30 by hand.
		assertThat(rows("SELECT subject, code, target_on, last_on, state, reason, sent_on, state_in FROM notice"))
			.containsExactly("subject=TERM:S1-20260228, code=RENEWAL_NOTICE, target_on=2027-01-16, last_on=2027-01-28,"
					+ " state=SENT, reason=IMPORTED, sent_on=2026-05-11, state_in=2026-05-31");
		assertThat(this.quoted).containsExactly("S1 2026-06-01");
	}

	@Test
	void updatesAKnownPartnerAndLooksAgainAtWhatItHas() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("subscriptions.csv", TWO_SUBSCRIPTIONS);
		load();
		this.jdbc.update("UPDATE subscription SET look_on = '2026-12-01' WHERE subscription_id = 'S1'");
		this.jdbc.update("UPDATE subscription SET look_on = NULL WHERE subscription_id = 'S2'");
		Files.delete(this.folder.resolve("subscriptions.csv"));
		write("partners.csv", ONE_PARTNER.replace("Berlin", "Bonn"));
		new Import(this.jdbc, this.transactions, this::quote).load(this.folder, Set.of("gold"), DAY.plusDays(9));
		assertThat(rows("SELECT city FROM partner")).containsExactly("city=Bonn");
		assertThat(rows("SELECT look_on FROM subscription ORDER BY subscription_id"))
			.containsExactly("look_on=2026-06-10", "look_on=null");
	}

	@Test
	void bringsInQualificationsTheLastWordCounts() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("qualifications.csv", "partner_id,offer,checked_on,passed\nP1,gold,2026-05-30,no\n");
		load();
		write("qualifications.csv", "partner_id,offer,checked_on,passed\nP1,gold,2026-05-30,yes\n");
		load();
		assertThat(rows("SELECT offer, checked_on, passed FROM qualification"))
			.containsExactly("offer=gold, checked_on=2026-05-30, passed=true");
	}

	@Test
	void loadsNothingOfARefusedFileAndAllOfTheOthers() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("subscriptions.csv",
				TWO_SUBSCRIPTIONS + "S3,P1,gold,EUR,2025-06-23,2025-06-23,2026-06-22,maybe,transfer,,,\n");
		Imported imported = load();
		assertThat(imported.loaded()).containsExactly(new Imported.Loaded("partners.csv", 1));
		assertThat(imported.refused()).singleElement()
			.extracting(FileRefused::details)
			.asString()
			.contains("subscriptions.csv line 4, column auto_renew: 'maybe' is unknown: expected on or off");
		for (String table : List.of("subscription", "term", "card", "notice", "auto_renew_off")) {
			assertThat(rows("SELECT * FROM " + table)).as(table).isEmpty();
		}
	}

	@Test
	void readsEveryFileToItsEndWhateverIsWrongWithAnother() throws IOException {
		write("partners.csv", ONE_PARTNER + "P2\n");
		write("qualifications.csv", "partner_id,offer,checked_on,passed\nP9,gold,2026-05-30,yes\n");
		write("subscriptions.csv", TWO_SUBSCRIPTIONS.replace("EUR", "EURO"));
		assertThat(load().refused()).extracting((refused) -> refused.file().getFileName().toString())
			.containsExactly("partners.csv", "qualifications.csv", "subscriptions.csv");
		assertThat(rows("SELECT * FROM partner")).isEmpty();
	}

	@Test
	void refusesAKnownSubscription() throws IOException {
		write("partners.csv", ONE_PARTNER);
		write("subscriptions.csv", TWO_SUBSCRIPTIONS);
		load();
		assertThat(load().refused()).singleElement()
			.extracting(FileRefused::getMessage)
			.asString()
			.contains("line 2, column subscription_id: subscription 'S1' is there already");
		assertThat(rows("SELECT * FROM subscription")).hasSize(2);
	}

	@Test
	void loadsNothingWhenTheDatabaseRefusesARow() throws IOException {
		write("partners.csv", ONE_PARTNER);
		load();
		this.jdbc.update("INSERT INTO card (card_id, token) VALUES ('IMPORT/S1', 'x')");
		write("subscriptions.csv", TWO_SUBSCRIPTIONS);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(this::load);
		assertThat(rows("SELECT * FROM subscription")).isEmpty();
	}

	@Test
	void takesBackWhatItWroteBeforeItMetABadRow() throws IOException {
		StringBuilder partners = new StringBuilder(PARTNERS);
		for (int i = 0; i < 1_500; i++) {
			partners.append("P%d,Name,,,,,,%s,,Weg 1,,Berlin\n".formatted(i, (i == 1_400) ? "XX" : "DE"));
		}
		write("partners.csv", partners.toString());
		assertThat(load().refused()).singleElement()
			.extracting(FileRefused::getMessage)
			.asString()
			.contains("line 1402, column country: 'XX' is no country");
		assertThat(rows("SELECT * FROM partner")).isEmpty();
	}

	@Test
	void saysThatThereWasNothing() {
		assertThat(load().isEmpty()).isTrue();
	}

	@Test
	void loadsMoreRowsThanOneBatchTakes() throws IOException {
		StringBuilder partners = new StringBuilder(PARTNERS);
		for (int i = 0; i < 2_500; i++) {
			partners.append("P%d,Name,,,,,,DE,,Weg 1,,Berlin\n".formatted(i));
		}
		write("partners.csv", partners.toString());
		assertThat(load().loaded()).containsExactly(new Imported.Loaded("partners.csv", 2_500));
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM partner", Long.class)).isEqualTo(2_500);
	}

	private Imported load() {
		return new Import(this.jdbc, this.transactions, this::quote).load(this.folder, Set.of("gold"), DAY);
	}

	private void quote(List<String> subscriptionIds, LocalDate day) {
		subscriptionIds.forEach((id) -> this.quoted.add(id + " " + day));
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(this.folder.resolve(name), content);
	}

	private List<String> rows(String sql) {
		return this.jdbc.queryForList(sql).stream().map(ImportTests::text).toList();
	}

	private static String text(Map<String, Object> row) {
		String text = row.toString();
		return text.substring(1, text.length() - 1);
	}

}
