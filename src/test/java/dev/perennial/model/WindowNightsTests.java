package dev.perennial.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Expired subscriptions, requests and transfers (rules 3.4, 4, 7, 10). */
class WindowNightsTests {

	private static final String[] CARD = { "payment_method", "card", "card_token", "pm_card_visa", "card_expires",
			"2035-01" };

	private final SmallWorld world = new SmallWorld();

	/** Rules 4.1: E = 2028-01-30 has until 2028-02-29. */
	@Test
	void lapsesInTheNightAfterTheWindow() {
		this.world.imported("S", "2028-01-30").current().off = true;
		List<String> log = this.world.nights("2027-12-01", "2028-03-31");
		assertThat(SmallWorld.only(log, "windows", 6)).containsExactly("2028-01-31 OPENED", "2028-03-01 LAPSED");
		assertThat(SmallWorld.only(log, "notices", 2, 3)).containsExactly("2027-12-31 EXPIRY_NOTICE 2027-12-31",
				"2028-01-23 EXPIRY_NOTICE_2 2028-01-23", "2028-01-30 EXPIRY_NOTICE_3 2028-01-30",
				"2028-01-31 WINDOW_OPEN 2028-01-31", "2028-02-14 WINDOW_HALF 2028-02-14",
				"2028-02-26 WINDOW_LAST 2028-02-26", "2028-03-01 LAPSED 2028-03-01");
	}

	/** Rules 4.2, 4.3: the day asked counts, and is the new anchor. */
	@Test
	void honoursTheLastDayInTheNightAfter() {
		Subscription early = this.world.imported("A", "2026-06-22");
		Subscription last = this.world.imported("B", "2026-06-22");
		Subscription late = this.world.imported("C", "2026-06-22");
		this.world.books.subscriptions.values().forEach((subscription) -> subscription.current().off = true);
		this.world.request("2026-06-22", "RENEW", early, CARD);
		this.world.lateRequest("2026-07-23", "2026-07-22", "RENEW", last);
		this.world.request("2026-07-23", "RENEW", late, CARD);
		List<String> log = this.world.nights("2026-06-20", "2026-07-25");
		assertThat(SmallWorld.only(log, "requests", 2, 4, 5, 6)).containsExactly(
				"2026-06-22 A REFUSED TOO_EARLY 2026-06-23", "2026-07-23 B ACCEPTED  ",
				"2026-07-23 C REFUSED WINDOW_CLOSED ");
		assertThat(SmallWorld.only(log, "renewals", 0, 2, 3, 4, 5))
			.containsExactly("2026-07-23 B MANUAL 2026-07-22 2027-07-21 RENEWED");
		assertThat(last.current().off).isFalse(); // 3.1
	}

	/** Rules 3.5, 7.2, 7.3. */
	@Test
	void waitsForTheTransferUntilItsDueDate() {
		this.world.imported("A", "BRONZE", "2026-06-22", SmallWorld.transfer());
		this.world.imported("B", "BRONZE", "2026-06-22", SmallWorld.transfer());
		this.world.bank("2026-06-30", "100.00", "inv-2026- 000001");
		this.world.bank("2026-07-23", "140.00", "INV-2026-000001");
		this.world.bank("2026-07-24", "238.00", "INV-2026-000002");
		List<String> log = this.world.nights("2026-06-20", "2026-07-25");
		assertThat(SmallWorld.only(log, "invoices", 0, 13, 3, 11, 18, 19)).containsExactly(
				"2026-06-23 INV-2026-000001 A 2026-07-22 238.00 OPEN ",
				"2026-06-23 INV-2026-000002 B 2026-07-22 238.00 OPEN ",
				"2026-07-23 CN-2026-000001 B 2026-07-23 238.00 CREDITED INV-2026-000002");
		assertThat(SmallWorld.only(log, "bank", 5, 6, 7)).containsExactly("2026-06-30 PARTLY_PAID INV-2026-000001 ",
				"2026-07-23 OVERPAID INV-2026-000001 2.00", "2026-07-24 UNMATCHED  ");
		assertThat(SmallWorld.only(log, "renewals", 0, 5, 8)).containsExactly("2026-06-23 A INVOICED ",
				"2026-06-23 B INVOICED ", "2026-07-23 A RENEWED 238.00", "2026-07-23 B EXPIRED ");
		// 4.5: BRONZE has no benefits in the window
		assertThat(SmallWorld.only(log, "windows", 0, 6, 5)).contains("2026-07-23 B LAPSED 2026-06-22");
	}

	/** Rules 3.4: asked on E, read after the claim. */
	@Test
	void switchesTheNewTermOffWhenItWasAskedInTime() {
		Subscription card = this.world.imported("A", "2026-06-22");
		Subscription transfer = this.world.imported("B", "ACTION_PACK", "2026-06-22", SmallWorld.transfer());
		this.world.lateRequest("2026-06-24", "2026-06-22", "AUTO_RENEW_OFF", card);
		this.world.lateRequest("2026-06-24", "2026-06-22", "AUTO_RENEW_OFF", transfer);
		this.world.bank("2026-06-26", "119.00", "INV-2026-000002");
		List<String> log = this.world.nights("2026-05-01", "2026-06-30");
		assertThat(card.current().seq).isEqualTo(1);
		assertThat(card.current().off).isTrue();
		assertThat(transfer.current().seq).isEqualTo(1);
		assertThat(transfer.current().off).isTrue();
		assertThat(SmallWorld.only(log, "notices", 0, 2)).contains("2026-06-24 A AUTO_RENEW_OFF",
				"2026-06-24 A REQUEST_STATUS", "2026-06-24 B REQUEST_STATUS");
	}

	/** Rules 8.2, 10.1, 10.2. */
	@Test
	void holdsEverythingWhileACancellationIsOpen() {
		Subscription subscription = this.world.imported("S", "2026-06-22");
		String cancel = this.world.request("2026-06-14", "CANCEL", subscription);
		this.world.request("2026-06-24", "RENEW", subscription, CARD);
		this.world.decision("2026-06-26", cancel, "REJECT");
		List<String> log = this.world.nights("2026-05-01", "2026-06-30");
		assertThat(SmallWorld.only(log, "notices", 2, 4, 5)).containsExactly("2026-05-11 RENEWAL_NOTICE SENT ",
				"2026-06-14 REQUEST_STATUS SENT ", "2026-06-20 RENEWAL_REMINDER MISSED CANCEL_REQUEST_OPEN",
				"2026-06-24 REQUEST_STATUS SENT ", "2026-06-26 RENEWED SENT ", "2026-06-26 REQUEST_STATUS SENT ");
		assertThat(SmallWorld.only(log, "renewals", 5, 6)).containsExactly("2026-06-23 HELD CANCEL_REQUEST_OPEN",
				"2026-06-24 HELD CANCEL_REQUEST_OPEN", "2026-06-25 HELD CANCEL_REQUEST_OPEN", "2026-06-26 RENEWED ");
	}

	/** Rules 1.7. */
	@Test
	void squeezesNoPartnerInANightThatComesLate() {
		this.world.imported("A", "2026-06-10");
		this.world.imported("B", "ACTION_PACK", "2026-06-10", SmallWorld.transfer());
		this.world.late("2026-06-03", 7);
		this.world.late("2026-06-11", 28);
		List<String> log = this.world.nights("2026-04-20", "2026-07-31");
		// the last day of the reminder, E-3, is before 06-10
		assertThat(SmallWorld.only(log, "notices", 0, 2, 4, 5))
			.contains("2026-06-03 A RENEWAL_REMINDER MISSED NIGHT_LATE", "2026-06-11 A RENEWED MISSED NIGHT_LATE");
		// due on today + 7, later than E+30
		assertThat(SmallWorld.only(log, "invoices", 13, 3)).contains("2026-06-11 B 2026-07-16");
	}

}
