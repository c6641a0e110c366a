package dev.perennial.cli;

import java.util.ArrayList;
import java.util.List;

import dev.perennial.PerennialApplication;
import dev.perennial.testing.DatabaseTest;
import dev.perennial.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that show and record what waits for a person (rules 10.2, 11.3). */
@DatabaseTest
@Tag("mysql")
class WhatWaitsForAPersonTests {

	private final TestDatabase database;

	WhatWaitsForAPersonTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void aNightThatLeftSomething() {
		sql("INSERT INTO night (business_date, state, today) VALUES ('2026-06-22', 'CLOSED', '2026-06-22')");
		sql("INSERT INTO partner (partner_id, legal_name, country) VALUES ('P1', 'Example', 'DE')");
		sql("INSERT INTO card (card_id, token) VALUES ('C1', 'pm_card_visa')");
		sql("""
				INSERT INTO subscription (subscription_id, partner_id, offer, currency, state, payment_method, card_id,
				  term_seq, term_ends_on, method_given_in, created_in)
				VALUES ('S1', 'P1', 'RESELLER', 'EUR', 'ACTIVE', 'CARD', 'C1', 0, '2026-06-22', '2026-01-01', '2026-01-01')
				""");
		sql("""
				INSERT INTO renewal_order (order_number, subscription_id, seq, origin, ordered_on, created_in,
				  payment_method, card_id, anchor, starts_on, ends_on, currency, net, tax_rate, tax, gross, tax_treatment,
				  state, state_in, expires_after, parked_error, parked_in)
				VALUES ('O1', 'S1', 1, 'AUTO', '2026-06-22', '2026-06-22', 'CARD', 'C1', '2025-06-23', '2026-06-23',
				  '2027-06-22', 'EUR', 100, 0, 0, 100, 'REVERSE_CHARGE', 'OPEN', '2026-06-22', '2026-07-22',
				  'not charged three times', '2026-06-22')
				""");
		notice("1111111111111111", "EXPIRED", "2026-06-30");
		notice("2222222222222222", "RENEWED", "2026-06-22");
		sql("""
				INSERT INTO support_request (request_id, kind, subscription_id, partner_id, state, state_in, filed_in)
				VALUES ('R1', 'CANCEL', 'S1', 'P1', 'OPEN', '2026-06-22', '2026-06-22'),
				  ('R2', 'CANCEL', 'S1', 'P1', 'RESOLVED', '2026-06-22', '2026-06-21')
				""");
		sql("""
				INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in)
				VALUES ('S1', 'CANCEL_REQUEST_OPEN', 'R1', '2026-06-22')
				""");
	}

	@Test
	void listsWhatCanBeTriedAgainAndNotANoticePastItsLastDay() {
		Said said = said("parked");
		assertThat(said.code()).isZero();
		assertThat(said.out()).contains("ORDER:O1", "not charged three times", "NOTICE:1111111111111111")
			.doesNotContain("2222222222222222");
	}

	@Test
	void listsAnItemUntilItsJobCameToItAgain() {
		sql("""
				INSERT INTO batch_run (run_id, business_date, job, state, fence, started_at)
				VALUES (1, '2026-06-22', 'notices', 'COMPLETED', 1, '2026-06-22 01:00:00'),
				  (2, '2026-06-23', 'intake', 'COMPLETED', 2, '2026-06-23 01:00:00')
				""");
		sql("""
				INSERT INTO batch_step (step_id, run_id, step, state, planned, parked)
				VALUES (1, 1, 'plan-notices', 'COMPLETED', 1, 1)
				""");
		sql("""
				INSERT INTO batch_item (step_id, ordinal, item_key, state, error)
				VALUES (1, 1, 'S1', 'PARKED', 'PRICE_MISSING')
				""");
		assertThat(said("parked").out()).as("the night of 06-23 is under way").contains("ITEM:notices/plan-notices/S1");
		sql("""
				INSERT INTO batch_run (run_id, business_date, job, state, fence, started_at)
				VALUES (3, '2026-06-23', 'notices', 'COMPLETED', 2, '2026-06-23 01:00:00')
				""");
		assertThat(said("parked").out()).as("and planned without it").doesNotContain("ITEM:");
	}

	@Test
	void checksTheLastNightThatIsClosedWhileTheNextIsUnderWay() {
		sql("UPDATE night SET settings = 'none' WHERE business_date = '2026-06-22'");
		sql("INSERT INTO night (business_date, today, settings) VALUES ('2026-06-23', '2026-06-23', 'none')");
		assertThat(last()).isEqualTo("2026-06-22");
		sql("""
				INSERT INTO batch_run (business_date, job, state, fence, started_at)
				VALUES ('2026-06-23', 'notices', 'COMPLETED', 1, '2026-06-23 01:00:00')
				""");
		assertThat(last()).isEqualTo("2026-06-23");
	}

	private String last() {
		return new Nights(this.database.jdbc()).lastToCheck().orElseThrow().date().toString();
	}

	@Test
	void recordsARetryOfARefundThatTheGatewayRefused() {
		sql("""
				INSERT INTO payment (payment_id, kind, order_number, amount, currency, received_in)
				VALUES ('CARD:O1/1', 'CARD', 'O1', 100, 'EUR', '2026-06-22')
				""");
		sql("""
				INSERT INTO refund (payment_id, amount, currency, state, planned_in, code)
				VALUES ('CARD:O1/1', 100, 'EUR', 'REFUSED', '2026-06-22', 'HTTP 400')
				""");
		assertThat(said("parked").out()).contains("REFUND:CARD:O1/1", "perennial retry");
		assertThat(said("retry", "REFUND:CARD:O1/1").code()).isZero();
		assertThat(texts("SELECT parked_id FROM retry_request")).containsExactly("REFUND:CARD:O1/1");
	}

	@Test
	void recordsARetryOnceForTheNextNight() {
		assertThat(said("retry", "ORDER:O1").code()).isZero();
		assertThat(said("retry", "ORDER:O1").code()).isZero();
		assertThat(texts("SELECT parked_id FROM retry_request WHERE taken_in IS NULL")).containsExactly("ORDER:O1");
		assertThat(texts("SELECT COALESCE(owner, 'nobody') FROM night_lease")).containsExactly("nobody");
		assertThat(said("parked", "--json").out()).contains("\"askedBy\" : \"" + System.getProperty("user.name"));
	}

	@Test
	void refusesToRetryWhatIsNotParked() {
		Said said = said("retry", "NOTICE:2222222222222222");
		assertThat(said.code()).isEqualTo(2);
		assertThat(said.err().lines()).singleElement().asString().contains("'perennial parked' lists");
		assertThat(texts("SELECT parked_id FROM retry_request")).isEmpty();
	}

	@Test
	void recordsTheEndOfASupportRequest() {
		assertThat(said("request", "R1").out()).contains("CANCEL", "OPEN since 2026-06-22", "not decided",
				"CANCEL_REQUEST_OPEN since 2026-06-22");
		assertThat(said("request", "R1", "--resolve", "end-of-term").code()).isZero();
		assertThat(texts("SELECT asked_end FROM support_request WHERE request_id = 'R1'"))
			.containsExactly("END_OF_TERM");
		assertThat(said("request", "R2", "--reject").code()).isEqualTo(2);
		assertThat(said("request", "R3").code()).isEqualTo(2);
	}

	@Test
	void saysWhatIsOpenAndWhatWas() {
		assertThat(said("status").out()).contains("Nobody runs", "The oldest open date is 2026-06-23");
		assertThat(said("history").out()).contains("2026-06-22", "CLOSED");
		assertThat(said("stop").out()).contains("Nobody runs");
	}

	private Said said(String... command) {
		List<String> arguments = new ArrayList<>(List.of(command));
		arguments.addAll(List.of("--spring.config.location=classpath:/", "--spring.config.import=",
				"--spring.datasource.url=" + this.database.jdbcUrl(),
				"--spring.datasource.username=" + this.database.server().app().user(),
				"--spring.datasource.password=" + this.database.server().app().password(),
				"--spring.flyway.enabled=false", "--night.lease=2s"));
		return Said.by(PerennialApplication.class, arguments.toArray(String[]::new));
	}

	private void notice(String id, String code, String lastOn) {
		sql("""
				INSERT INTO notice (notice_id, subject, code, subscription_id, partner_id, target_on, last_on, state,
				  reason, planned_in, state_in)
				VALUES ('%1$s', '%2$s', '%2$s', 'S1', 'P1', '2026-06-22', '%3$s', 'FAILED_PERM', 'mailbox unknown',
				  '2026-06-22', '2026-06-22')
				""".formatted(id, code, lastOn));
	}

	private void sql(String sql) {
		this.database.ownerJdbc().sql(sql).update();
	}

	private List<String> texts(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).list();
	}

}
