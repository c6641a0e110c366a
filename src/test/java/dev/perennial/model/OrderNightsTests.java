package dev.perennial.model;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Purchases, replaced orders, proofs and refunds (rules 2.3, 4.4, 7.3, 7.4, 10.2). */
class OrderNightsTests {

	private final SmallWorld world = new SmallWorld();

	private static String[] card(String token) {
		return new String[] { "payment_method", "card", "card_token", token, "card_expires", "2035-01" };
	}

	/** Rules 2.3, 6.3, 6.5: retries count from the day before the order. */
	@Test
	void triesAPurchaseAgainAndLetsItExpire() {
		Subscription nothing = new Subscription("", "A", "", "", SmallWorld.transfer());
		String id = this.world.request("2026-06-23", "PURCHASE", nothing, "offer", "ACTION_PACK", "currency", "EUR",
				"payment_method", "card", "card_token", "pm_card_visa_chargeDeclinedInsufficientFunds", "card_expires",
				"2035-01");
		List<String> log = this.world.nights("2026-06-20", "2026-08-01");
		// base 06-22: 06-24, 06-26, 06-30, 07-07, 07-17; 30 days after the order: 07-23
		assertThat(SmallWorld.only(log, "renewals", 0, 5)).containsExactly("2026-06-23 P-" + id + " DECLINED_SOFT",
				"2026-06-24 P-" + id + " DECLINED_SOFT", "2026-06-26 P-" + id + " DECLINED_SOFT",
				"2026-06-30 P-" + id + " DECLINED_SOFT", "2026-07-07 P-" + id + " DECLINED_SOFT",
				"2026-07-17 P-" + id + " DECLINED_SOFT", "2026-07-24 P-" + id + " EXPIRED");
		assertThat(SmallWorld.only(log, "notices", 2)).endsWith("2026-07-24 ORDER_EXPIRED");
		assertThat(this.world.books.subscriptions.get("P-" + id)).extracting((bought) -> bought.state)
			.isEqualTo(Subscription.State.CANCELLED);
	}

	/** Rules 4.4, 9.2: a credit note for the invoice of the order that was replaced. */
	@Test
	void replacesATransferByACard() {
		Subscription subscription = this.world.imported("S", "BRONZE", "2026-06-22", SmallWorld.transfer());
		this.world.bank("2026-06-25", "38.00", "INV-2026-000001");
		this.world.request("2026-06-27", "RENEW", subscription, card("pm_card_visa"));
		List<String> log = this.world.nights("2026-06-20", "2026-06-30");
		assertThat(SmallWorld.only(log, "renewals", 2, 3, 5, 6, 7)).containsExactly(
				"2026-06-23 AUTO 2026-06-23 INVOICED  S-20260623-1",
				"2026-06-27 AUTO 2026-06-23 CANCELLED REPLACED S-20260623-1",
				"2026-06-27 MANUAL 2026-06-23 RENEWED  S-20260623-2");
		assertThat(SmallWorld.only(log, "invoices", 0, 1, 11, 19)).containsExactly(
				"2026-06-23 INV-2026-000001 INVOICE 238.00 ",
				"2026-06-27 CN-2026-000001 CREDIT_NOTE 238.00 INV-2026-000001",
				"2026-06-27 INV-2026-000002 INVOICE 238.00 ");
		assertThat(this.world.books.credits).containsEntry("A EUR", 3800L);
	}

	/** Rules 4.3: BRONZE keeps its anchor; ACTION_PACK renews on the day of the order. */
	@Test
	void startsAManualRenewalWhereItsOfferSays() {
		Subscription contiguous = this.world.imported("A", "BRONZE", "2026-06-22", SmallWorld.card("pm_card_visa"));
		Subscription ordered = this.world.imported("B", "2026-06-22");
		contiguous.current().off = true;
		ordered.current().off = true;
		this.world.request("2026-07-01", "RENEW", contiguous);
		this.world.request("2026-07-01", "RENEW", ordered);
		this.world.nights("2026-06-20", "2026-07-01");
		assertThat(contiguous.current().span.starts()).isEqualTo("2026-06-23");
		assertThat(contiguous.current().ends()).isEqualTo("2027-06-22");
		assertThat(ordered.current().span.starts()).isEqualTo("2026-07-01");
		assertThat(ordered.current().ends()).isEqualTo("2027-06-30");
	}

	/** Rules 7.3: once by seven days, on or before the due date. */
	@Test
	void extendsTheDueDateOnce() {
		Subscription subscription = this.world.imported("S", "BRONZE", "2026-06-22", SmallWorld.transfer());
		this.world.request("2026-07-22", "PROOF_OF_PAYMENT", subscription);
		this.world.request("2026-07-25", "PROOF_OF_PAYMENT", subscription);
		List<String> log = this.world.nights("2026-06-20", "2026-08-10");
		assertThat(SmallWorld.only(log, "renewals", 5)).containsExactly("2026-06-23 INVOICED", "2026-07-30 EXPIRED");
		assertThat(SmallWorld.only(log, "windows", 6)).containsExactly("2026-06-23 OPENED", "2026-07-30 LAPSED");
	}

	/** Rules 10.2: charged at most 30 days ago, else the term runs to E. */
	@Test
	void refundsWithinThirtyDaysOfTheCharge() {
		Subscription inTime = this.world.imported("A", "2026-06-22");
		Subscription late = this.world.imported("B", "2026-06-22");
		String first = this.world.request("2026-07-20", "CANCEL", inTime);
		String second = this.world.request("2026-07-20", "CANCEL", late);
		this.world.decision("2026-07-23", first, "REFUND");
		this.world.decision("2026-07-24", second, "REFUND");
		List<String> log = this.world.nights("2026-05-01", "2026-07-30");
		assertThat(SmallWorld.only(log, "renewals", 0, 5, 6)).containsExactly("2026-06-23 A RENEWED ",
				"2026-06-23 B RENEWED ", "2026-07-23 A CANCELLED REFUND");
		assertThat(SmallWorld.only(log, "invoices", 0, 13, 19)).contains("2026-07-23 CN-2026-000001 A INV-2026-000001");
		assertThat(late.state).isEqualTo(Subscription.State.ACTIVE);
		assertThat(late.current().off).isTrue();
	}

	/** Rules 3.4: a manual order goes on, and its term is born OFF. */
	@Test
	void bearsTheTermOffWhenTheSwitchCameAfterTheOrder() {
		Subscription subscription = this.world.imported("S", "2026-06-22");
		subscription.current().off = true;
		this.world.request("2026-06-25", "RENEW", subscription, "payment_method", "transfer");
		this.world.request("2026-06-27", "AUTO_RENEW_OFF", subscription);
		this.world.bank("2026-06-29", "119.00", "INV-2026-000001");
		this.world.nights("2026-06-20", "2026-06-30");
		assertThat(subscription.current().origin).isEqualTo(Origin.MANUAL);
		assertThat(subscription.current().off).isTrue();
	}

	/** Rules 6.2, 6.3: first asked on E+30, its first charge may come later. */
	@Test
	void chargesForTheFirstTimeAfterTheWindow() {
		Subscription subscription = this.world.imported("S", "2026-06-22");
		subscription.current().off = true;
		this.world.request("2026-07-22", "RENEW", subscription, card("pm_sim_500_then_ok"));
		List<String> log = this.world.nights("2026-06-20", "2026-07-25");
		assertThat(SmallWorld.only(log, "renewals", 5, 3)).containsExactly("2026-07-22 UNKNOWN 2026-07-22",
				"2026-07-23 RENEWED 2026-07-22");
		assertThat(SmallWorld.only(log, "windows", 6)).containsExactly("2026-06-23 OPENED");
	}

	/** Rules 2.6, 3.7: the renewal waits for the check, by hand too. */
	@Test
	void waitsForTheCheckAndForAPerson() {
		this.world.imported("A", "SILVER", "2026-06-22", SmallWorld.transfer());
		this.world.books.qualifications.add(new Books.Qualification("A", "SILVER", LocalDate.of(2026, 5, 26), true));
		this.world.imported("B", "BRONZE", "2026-06-22", SmallWorld.transfer());
		this.world.decision("2026-06-23", "A", "HOLD");
		this.world.decision("2026-06-24", "B", "HOLD");
		this.world.decision("2026-06-25", "A", "RELEASE");
		List<String> log = this.world.nights("2026-06-22", "2026-06-27");
		// 30 days after 05-26 is 06-25
		assertThat(SmallWorld.only(log, "renewals", 0, 5, 6)).containsExactly("2026-06-23 A HELD BY_HAND",
				"2026-06-23 B INVOICED ", "2026-06-24 A HELD BY_HAND", "2026-06-25 A INVOICED ");
	}

}
