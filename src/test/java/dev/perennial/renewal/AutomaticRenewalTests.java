package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.notice.NoticeCode;
import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.partner.Partner;
import dev.perennial.renewal.Verdict.Decided;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.Subscription.Paying;
import dev.perennial.subscription.TermDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.byTransfer;
import static dev.perennial.renewal.Membership.euros;
import static dev.perennial.renewal.Membership.held;
import static dev.perennial.renewal.Membership.newest;
import static dev.perennial.renewal.Membership.night;
import static dev.perennial.renewal.Membership.noticed;
import static org.assertj.core.api.Assertions.assertThat;

/** When a renewal is claimed by itself, for how much, and what stops it (rules 3, 5). */
class AutomaticRenewalTests {

	/** Rules 3.3: due while E < D <= E+30; E is 2026-06-22. */
	@ParameterizedTest
	@CsvSource({ "2026-06-22, NOT_DUE", "2026-06-23, ACTS", "2026-07-22, ACTS", "2026-07-23, NOT_DUE" })
	void isClaimedInsideTheWindow(String date, Decided decided) {
		assertThat(claim(byTransfer(), date).decided()).isEqualTo(decided);
	}

	/** Rules 3.3: the first day is E+1 whenever the claim happens. */
	@Test
	void startsTheDayAfterTheOldTermWheneverItIsClaimed() {
		Order order = newest(claim(byTransfer(), "2026-07-10").after());
		assertThat(order.placed().term().dates())
			.isEqualTo(new TermDates(LocalDate.of(2026, 6, 23), LocalDate.of(2027, 6, 22)));
		assertThat(order.number()).isEqualTo("S-1-20260623-1");
	}

	/** Rules 1.3 and 3.3: the terms of 29 February come from the anchor. */
	@Test
	void keepsTheAnchorOf29February() {
		Dossier leap = Membership.of(PaymentMethod.TRANSFER, "ACTION_PACK", "EUR", "2024-02-29");
		assertThat(newest(claim(leap, "2025-02-28").after()).placed().term().dates())
			.isEqualTo(new TermDates(LocalDate.of(2025, 2, 28), LocalDate.of(2026, 2, 27)));
	}

	/** Rules 3.2. */
	@Test
	void leavesATermAloneThatIsOff() {
		Verdict verdict = claim(Membership.off(byTransfer()), "2026-06-23");
		assertThat(verdict.decided()).isEqualTo(Decided.NOT_DUE);
		assertThat(verdict.grounds()).last().hasToString("3.2 auto-renew is OFF for this term");
	}

	/** Rules 3.6. */
	@Test
	void chargesNoCardWithoutANotice() {
		Verdict verdict = claim(byCard(), "2026-06-23");
		assertThat(verdict.decided()).isEqualTo(Decided.HELD);
		assertThat(verdict.reason()).isEqualTo("NO_NOTICE");
		assertThat(verdict.after().newestOrder()).isEmpty();
	}

	/** Rules 3.6: the charge day is sent + 15. */
	@Test
	void chargesACardFifteenDaysAfterItsNotice() {
		Dossier noticed = noticed(byCard(), "2026-06-15");
		Verdict early = claim(noticed, "2026-06-29");
		assertThat(early.reason()).isEqualTo("NOTICE_TOO_RECENT");
		assertThat(early.grounds()).last()
			.hasToString("3.6 no notice, no charge: notice sent 2026-06-15, charge possible from 2026-06-30");
		assertThat(claim(noticed, "2026-06-30").decided()).isEqualTo(Decided.ACTS);
	}

	/** Rules 3.5: due on E+30 but not before D+7. */
	@ParameterizedTest
	@CsvSource({ "2026-06-23, 2026-07-22", "2026-07-15, 2026-07-22", "2026-07-20, 2026-07-27" })
	void givesATransferSevenDaysAtLeast(String date, LocalDate due) {
		assertThat(newest(claim(byTransfer(), date).after()).progress().deadlines().dueOn()).isEqualTo(due);
	}

	/** Rules 1.7: a due date takes today instead of D where that is later. */
	@Test
	void givesATransferSevenDaysFromTodayInALateNight() {
		Order order = newest(AutomaticRenewal.decide(byTransfer(), night("2026-06-23", "2026-07-21")).after());
		assertThat(order.progress().deadlines().dueOn()).isEqualTo(LocalDate.of(2026, 7, 28));
	}

	/** Rules 7.1. */
	@Test
	void holdsATransferWithoutAContact() {
		Dossier nobody = byTransfer();
		Partner partner = nobody.partner();
		Dossier unreachable = new Dossier(
				new Partner(partner.id(), partner.legalName(), new Partner.Contact("a@example.com", "", "Anna", ""),
						"de", "", partner.address()),
				nobody.contract(), nobody.instructions(), nobody.dealings(), nobody.evidence(), nobody.notices());
		assertThat(claim(unreachable, "2026-06-23").reason()).isEqualTo("TRANSFER_CONTACT_MISSING");
	}

	/** Rules 2.6: D - checked_on <= 30. */
	@ParameterizedTest
	@CsvSource({ "2026-05-24, ACTS", "2026-05-23, HELD", ", HELD" })
	void asksForAPassedCheckOfThirtyDays(LocalDate checkedOn, Decided decided) {
		Dossier silver = Membership.of(PaymentMethod.TRANSFER, "SILVER", "EUR", "2025-06-23");
		Dossier checked = new Dossier(silver.partner(), silver.contract(), silver.instructions(), silver.dealings(),
				new Evidence(checkedOn, silver.evidence().vatId()), silver.notices());
		assertThat(claim(checked, "2026-06-23").decided()).isEqualTo(decided);
	}

	/** Contract, renewals.csv: the first reason that applies. */
	@Test
	void namesTheFirstReason() {
		Dossier byHand = held(byCard(), HoldReason.BY_HAND);
		assertThat(claim(byHand, "2026-06-23").reason()).isEqualTo("BY_HAND");
		assertThat(claim(held(byHand, HoldReason.CANCEL_REQUEST_OPEN), "2026-06-23").reason())
			.isEqualTo("CANCEL_REQUEST_OPEN");
	}

	/** Rules 3.8. */
	@Test
	void claimsOnceAndAgainOnlyWithAnotherCard() {
		Dossier failed = Membership.charged(Membership.claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_HARD,
				"2026-06-23");
		assertThat(claim(failed, "2026-06-24").decided()).isEqualTo(Decided.NOT_DUE);
		Dossier other = noticed(
				failed.with(failed.subscription()
					.with(new Paying(PaymentMethod.CARD, Membership.card("second"), LocalDate.of(2026, 6, 24)))),
				"2026-05-15");
		Verdict again = claim(other, "2026-06-24");
		assertThat(again.decided()).isEqualTo(Decided.ACTS);
		assertThat(newest(again.after()).number()).isEqualTo("S-1-20260623-2");
	}

	/** Rules 5.3: the list rose from 425.00 to 439.00 on 2026-09-01. */
	@ParameterizedTest
	@CsvSource({ ", 425.00", "2026-09-03, 425.00", "2026-09-02, 439.00" })
	void chargesTheQuoteUnlessAPriceChangeWasSentSevenDaysBefore(String sentOn, String net) {
		Dossier quoted = Membership.quoted(Membership.of(PaymentMethod.TRANSFER, "ACTION_PACK", "EUR", "2025-09-09"),
				"425.00");
		Dossier told = (sentOn == null) ? quoted : noticed(quoted, NoticeCode.PRICE_CHANGE, sentOn, euros("439.00"));
		assertThat(newest(claim(told, "2026-09-09").after()).amounts().net()).isEqualTo(euros(net));
	}

	/** Rules 5.3: the list fell to 429.00 on 2027-03-01. */
	@Test
	void chargesLessWhereTheListFell() {
		Dossier quoted = Membership.quoted(Membership.of(PaymentMethod.TRANSFER, "ACTION_PACK", "EUR", "2026-03-01"),
				"439.00");
		assertThat(newest(claim(quoted, "2027-03-01").after()).amounts().net()).isEqualTo(euros("429.00"));
	}

	/** Rules 5.6: GOLD has no price in KWD. */
	@Test
	void parksWhatHasNoPrice() {
		Dossier gold = Membership.of(PaymentMethod.TRANSFER, "GOLD", "KWD", "2025-06-23");
		Dossier checked = new Dossier(gold.partner(), gold.contract(), gold.instructions(), gold.dealings(),
				new Evidence(LocalDate.of(2026, 6, 20), gold.evidence().vatId()), gold.notices());
		Verdict verdict = claim(checked, "2026-06-23");
		assertThat(verdict.decided()).isEqualTo(Decided.PARKED);
		assertThat(verdict.reason()).startsWith("PRICE_MISSING: offers.yaml has no price of GOLD in KWD");
	}

	/** Rules 6.2: nothing is decided while a charge may have succeeded. */
	@Test
	void waitsForAChargeThatIsUnknown() {
		Dossier unknown = Membership.charged(Membership.claimed(byCard(), "2026-06-23"), AttemptState.UNKNOWN,
				"2026-06-23");
		assertThat(claim(unknown, "2026-06-24").decided()).isEqualTo(Decided.WAITS);
	}

	private static Verdict claim(Dossier dossier, String date) {
		return AutomaticRenewal.decide(dossier, night(date));
	}

}
