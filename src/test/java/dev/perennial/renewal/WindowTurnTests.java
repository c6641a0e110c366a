package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Objects;

import dev.perennial.order.AttemptState;
import dev.perennial.order.OrderState;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.RenewalWindow;
import dev.perennial.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.byTransfer;
import static dev.perennial.renewal.Membership.newest;
import static dev.perennial.renewal.Membership.night;
import static org.assertj.core.api.Assertions.assertThat;

/** When a window opens and ends (rules 4, 6.5, 7.3). */
class WindowTurnTests {

	/** Rules 4.1, whose examples these are. */
	@ParameterizedTest
	@CsvSource({ "2025-06-23, 2026-06-23, 2026-07-22, 2026-07-23", "2017-10-16, 2018-10-16, 2018-11-14, 2018-11-15",
			"2027-01-31, 2028-01-31, 2028-02-29, 2028-03-01" })
	void opensTheDayAfterTheTermAndLapsesAfterThirtyDays(String startsOn, String opens, String closes, String lapses) {
		Dossier ended = Membership.off(Membership.of(PaymentMethod.CARD, "ACTION_PACK", "EUR", startsOn));
		assertThat(turn(ended, LocalDate.parse(opens).minusDays(1).toString())).isEqualTo(ended);
		Dossier opened = turn(ended, opens);
		assertThat(opened.subscription().state()).isEqualTo(SubscriptionState.IN_WINDOW);
		assertThat(window(opened).days().opensOn()).isEqualTo(LocalDate.parse(opens));
		assertThat(window(opened).days().closesOn()).isEqualTo(LocalDate.parse(closes));
		assertThat(window(opened).benefitsUntil()).isEqualTo(LocalDate.parse(closes));
		assertThat(turn(opened, closes)).isEqualTo(opened);
		assertThat(turn(opened, lapses).subscription().state()).isEqualTo(SubscriptionState.LAPSED);
	}

	/** Rules 4.6: in the first night with D > E, once per term. */
	@Test
	void opensInTheFirstNightAfterwardsAndOnce() {
		Dossier opened = turn(Membership.off(byCard()), "2026-07-01");
		assertThat(window(opened).openedIn()).isEqualTo(LocalDate.of(2026, 7, 1));
		assertThat(window(turn(opened, "2026-07-02")).openedIn()).isEqualTo(LocalDate.of(2026, 7, 1));
	}

	/** Rules 2.4: LAPSED without OPENED when E+30 is past. */
	@Test
	void lapsesWithoutOpeningWhatCameTooLate() {
		Dossier lapsed = turn(Membership.off(byCard()), "2026-07-23");
		assertThat(lapsed.subscription().state()).isEqualTo(SubscriptionState.LAPSED);
		assertThat(window(lapsed).openedIn()).isNull();
	}

	/** Rules 4.1, 7.3: claimed on E+28, the invoice is due on E+35. */
	@Test
	void waitsForATransferThatIsStillDue() {
		Dossier claimed = turn(Membership.claimed(byTransfer(), "2026-07-20"), "2026-07-20");
		assertThat(turn(claimed, "2026-07-27").subscription().state()).isEqualTo(SubscriptionState.IN_WINDOW);
		Dossier lapsed = turn(claimed, "2026-07-28");
		assertThat(newest(lapsed).state()).isEqualTo(OrderState.EXPIRED);
		assertThat(lapsed.subscription().state()).isEqualTo(SubscriptionState.LAPSED);
	}

	/** Rules 6.5: an order that failed expires with the window. */
	@Test
	void expiresAFailedOrderWithTheWindow() {
		Dossier failed = Membership.charged(Membership.claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_HARD,
				"2026-06-23");
		assertThat(newest(turn(failed, "2026-07-22")).state()).isEqualTo(OrderState.FAILED);
		assertThat(newest(turn(failed, "2026-07-23")).state()).isEqualTo(OrderState.EXPIRED);
	}

	/** Rules 4.1, 6.2: no lapse while a charge is UNKNOWN. */
	@Test
	void waitsForAChargeThatIsUnknown() {
		Dossier unknown = Membership.charged(Membership.claimed(byCard(), "2026-07-22"), AttemptState.UNKNOWN,
				"2026-07-22");
		Dossier after = turn(turn(unknown, "2026-07-22"), "2026-07-23");
		assertThat(newest(after).state()).isEqualTo(OrderState.OPEN);
		assertThat(after.subscription().state()).isEqualTo(SubscriptionState.IN_WINDOW);
	}

	private static RenewalWindow window(Dossier dossier) {
		return Objects.requireNonNull(dossier.contract().window());
	}

	private static Dossier turn(Dossier dossier, String date) {
		return WindowTurn.decide(dossier, night(date)).after();
	}

}
