package dev.perennial.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Automatic renewals by card, E = 2026-06-22 (rules 3, 6). */
class CardNightsTests {

	private static final String E = "2026-06-22";

	private final SmallWorld world = new SmallWorld();

	@Test
	void noticesThenRenewsOnTheDayAfterE() {
		this.world.imported("S", E);
		List<String> log = this.world.nights("2026-05-01", "2026-07-31");
		// 8.1: E-42, E-7; an order that is paid brings its invoice
		assertThat(SmallWorld.only(log, "notices", 2, 3, 4)).containsExactly(
				"2026-05-11 RENEWAL_NOTICE 2026-05-11 SENT", "2026-06-15 RENEWAL_REMINDER 2026-06-15 SENT",
				"2026-06-23 RENEWED 2026-06-23 SENT");
		// 1.3, 3.3, 3.5, 5.4: 100.00 and 19 percent
		assertThat(SmallWorld.only(log, "renewals", 2, 3, 4, 5, 7, 8))
			.containsExactly("2026-06-23 AUTO 2026-06-23 2027-06-22 RENEWED S-20260623-1 119.00");
		assertThat(SmallWorld.only(log, "invoices", 0, 1, 2, 3, 9, 10, 11, 12, 18)).containsExactly(
				"2026-06-23 INV-2026-000001 INVOICE 2026-06-23 2026-06-23 100.00 19.00 119.00 DOMESTIC PAID");
		assertThat(SmallWorld.only(log, "windows", 6)).isEmpty();
	}

	/** Rules 6.3, 6.5, 4.6, 4.1. */
	@Test
	void triesFiveTimesMoreThenLapses() {
		this.world.imported("S", "ACTION_PACK", E, SmallWorld.card("pm_card_visa_chargeDeclinedInsufficientFunds"));
		List<String> log = this.world.nights("2026-05-01", "2026-08-15");
		assertThat(SmallWorld.only(log, "renewals", 5)).containsExactly("2026-06-23 DECLINED_SOFT",
				"2026-06-24 DECLINED_SOFT", "2026-06-26 DECLINED_SOFT", "2026-06-30 DECLINED_SOFT",
				"2026-07-07 DECLINED_SOFT", "2026-07-17 DECLINED_SOFT", "2026-07-23 EXPIRED");
		assertThat(SmallWorld.only(log, "windows", 6, 2, 3, 4, 5)).containsExactly(
				"2026-06-23 OPENED 2026-06-22 2026-06-23 2026-07-22 2026-07-22",
				"2026-07-23 LAPSED 2026-06-22 2026-06-23 2026-07-22 2026-07-22");
		// a living order keeps WINDOW_OPEN and _HALF away; after 07-17 it has failed
		assertThat(SmallWorld.only(log, "notices", 2)).containsExactly("2026-05-11 RENEWAL_NOTICE",
				"2026-06-15 RENEWAL_REMINDER", "2026-06-23 PAYMENT_FAILED", "2026-06-24 PAYMENT_FAILED",
				"2026-06-26 PAYMENT_FAILED", "2026-06-30 PAYMENT_FAILED", "2026-07-07 PAYMENT_FAILED",
				"2026-07-17 PAYMENT_FAILED", "2026-07-19 WINDOW_LAST", "2026-07-23 LAPSED");
	}

	/** Rules 6.2: what each silence of the gateway becomes. */
	@Test
	void settlesWhatTheGatewayLeftOpen() {
		this.world.imported("A", "ACTION_PACK", E, SmallWorld.card("pm_sim_timeout_charged"));
		this.world.imported("B", "ACTION_PACK", E, SmallWorld.card("pm_sim_timeout_charged_late"));
		this.world.imported("C", "ACTION_PACK", E, SmallWorld.card("pm_sim_500_then_ok"));
		this.world.imported("D", "ACTION_PACK", E, SmallWorld.card("pm_sim_timeout_not_charged"));
		List<String> log = this.world.nights("2026-05-01", "2026-08-15");
		assertThat(SmallWorld.only(log, "renewals", 0, 5, 6)).containsExactly("2026-06-23 A RENEWED ",
				"2026-06-23 B UNKNOWN ", "2026-06-23 C UNKNOWN ", "2026-06-23 D UNKNOWN ", "2026-06-24 B RENEWED ",
				"2026-06-24 C RENEWED ", "2026-06-24 D UNKNOWN ", "2026-06-25 D UNKNOWN ",
				"2026-06-26 D PARKED NOT_CHARGED", "2026-07-23 D EXPIRED ");
		assertThat(this.world.books.gateway.books).extracting((row) -> row.get(0))
			.containsExactly("A-20260623-1/1", "B-20260623-1/1", "C-20260623-1/2");
	}

	/** Rules 3.6, 8.1: E-29 .. E+15, then 15 days. */
	@Test
	void chargesFifteenDaysAfterALateNotice() {
		Subscription subscription = this.world.imported("S", E);
		this.world.importedLate(subscription, "RENEWAL_NOTICE");
		List<String> log = this.world.nights("2026-06-20", "2026-07-10");
		assertThat(SmallWorld.only(log, "notices", 2, 4, 5)).containsExactly(
				"2026-06-20 RENEWAL_NOTICE MISSED IMPORTED_LATE", "2026-06-20 RENEWAL_NOTICE_LATE SENT ",
				"2026-06-23 WINDOW_OPEN SENT ", "2026-07-05 RENEWED SENT ");
		assertThat(SmallWorld.only(log, "renewals", 5, 6)).hasSize(13)
			.startsWith("2026-06-23 HELD NOTICE_TOO_RECENT")
			.endsWith("2026-07-05 RENEWED ");
	}

	/** Rules 3.8, 7.4: again the same night, as the second order of the term. */
	@Test
	void claimsAgainWithAnotherCard() {
		Subscription subscription = this.world.imported("S", "ACTION_PACK", E,
				SmallWorld.card("pm_card_visa_chargeDeclinedLostCard"));
		this.world.request("2026-06-25", "PAYMENT_METHOD", subscription, "payment_method", "card", "card_token",
				"pm_card_visa", "card_expires", "2030-01");
		List<String> log = this.world.nights("2026-05-01", "2026-08-15");
		assertThat(SmallWorld.only(log, "renewals", 5, 7)).containsExactly("2026-06-23 DECLINED_HARD S-20260623-1",
				"2026-06-25 RENEWED S-20260623-2");
	}

	/** Rules 5.2, 5.3: the quote caps, a sent PRICE_CHANGE raises the cap. */
	@Test
	void chargesWhatWasQuotedOrAnnounced() {
		this.world.imported("A", E);
		this.world.imported("B", "2026-06-05");
		List<String> before = this.world.nights("2026-04-20", "2026-05-31");
		this.world.price("ACTION_PACK", "2026-06-01", 15000);
		List<String> after = this.world.nights("2026-06-01", "2026-06-30");
		assertThat(SmallWorld.only(before, "notices", 0, 2)).containsExactly("2026-04-24 B RENEWAL_NOTICE",
				"2026-05-11 A RENEWAL_NOTICE", "2026-05-29 B RENEWAL_REMINDER");
		// A: E-21 is 06-01, so it is told in time; B: E-8 was 05-28
		assertThat(SmallWorld.only(after, "notices", 0, 2)).contains("2026-06-01 A PRICE_CHANGE")
			.doesNotContain("2026-06-01 B PRICE_CHANGE");
		assertThat(SmallWorld.only(after, "renewals", 0, 8)).containsExactly("2026-06-06 B 119.00",
				"2026-06-23 A 178.50");
	}

}
