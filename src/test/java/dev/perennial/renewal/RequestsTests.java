package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.OrderOrigin;
import dev.perennial.order.OrderState;
import dev.perennial.renewal.Answer.Result;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.subscription.PaymentMethod;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.ask;
import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.byTransfer;
import static dev.perennial.renewal.Membership.charged;
import static dev.perennial.renewal.Membership.claimed;
import static dev.perennial.renewal.Membership.newest;
import static dev.perennial.renewal.Membership.request;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a partner's request (rules 3.4, 4, 7). E is 2026-06-22. */
class RequestsTests {

	private static final PartnerRequest OTHER_CARD = request(Type.PAYMENT_METHOD, "2026-06-24", PaymentMethod.CARD,
			Membership.card("second"));

	/** Rules 4.2: the day on which the partner asked counts. */
	@ParameterizedTest
	@CsvSource({ "2026-06-22, 2026-06-23, TOO_EARLY", "2026-06-23, 2026-06-23,", "2026-07-22, 2026-07-23,",
			"2026-07-23, 2026-07-23, WINDOW_CLOSED" })
	void acceptsAManualRenewalOfADayInsideTheWindow(String asked, String night, String reason) {
		Answer answer = ask(byTransfer(), request(Type.RENEW, asked), night);
		assertThat(answer.reason()).isEqualTo(reason);
		assertThat(answer.result()).isEqualTo((reason == null) ? Result.ACCEPTED : Result.REFUSED);
	}

	/** Rules 4.2. */
	@Test
	void namesTheFirstDayPossible() {
		assertThat(ask(byTransfer(), request(Type.RENEW, "2026-06-01"), "2026-06-01").date())
			.isEqualTo(LocalDate.of(2026, 6, 23));
	}

	/**
	 * Rules 4.3: the term starts on the day on which the partner asked, and due 30 days
	 * after it (7.3).
	 */
	@Test
	void startsAManualRenewalOnTheDayOfTheRequest() {
		Order order = newest(after(ask(byTransfer(), request(Type.RENEW, "2026-07-01"), "2026-07-03")));
		assertThat(order.placed().origin()).isEqualTo(OrderOrigin.MANUAL);
		assertThat(order.placed().term().dates().startsOn()).isEqualTo(LocalDate.of(2026, 7, 1));
		assertThat(order.placed().term().anchor()).isEqualTo(LocalDate.of(2026, 7, 1));
		assertThat(order.progress().deadlines().dueOn()).isEqualTo(LocalDate.of(2026, 7, 31));
	}

	/** Rules 4.3, policy CONTIGUOUS: BRONZE keeps the anchor and starts at E+1. */
	@Test
	void keepsTheAnchorWhereTheOfferSaysSo() {
		Dossier bronze = Membership.of(PaymentMethod.TRANSFER, "BRONZE", "EUR", "2025-06-23");
		Order order = newest(after(ask(bronze, request(Type.RENEW, "2026-07-01"), "2026-07-01")));
		assertThat(order.placed().term().anchor()).isEqualTo(LocalDate.of(2025, 6, 23));
		assertThat(order.placed().term().dates().startsOn()).isEqualTo(LocalDate.of(2026, 6, 23));
	}

	/** Rules 4.4: a new order cancels a live unpaid one. */
	@Test
	void replacesTheOrderThatWasNotPaid() {
		Dossier after = after(
				ask(claimed(byTransfer(), "2026-06-23"), request(Type.RENEW, "2026-07-01"), "2026-07-01"));
		assertThat(after.dealings().orders()).extracting(Order::state)
			.containsExactly(OrderState.CANCELLED, OrderState.OPEN);
	}

	/** Rules 10.1. */
	@Test
	void refusesAManualRenewalDuringACancellation() {
		Dossier cancelling = Membership.held(byTransfer(), HoldReason.CANCEL_REQUEST_OPEN);
		assertThat(ask(cancelling, request(Type.RENEW, "2026-07-01"), "2026-07-01").reason())
			.isEqualTo("CANCEL_REQUEST_OPEN");
	}

	/** Rules 6.2: requests wait for the next night and keep their day. */
	@Test
	void waitsForAChargeThatIsUnknown() {
		Dossier unknown = charged(claimed(byCard(), "2026-06-23"), AttemptState.UNKNOWN, "2026-06-23");
		assertThat(ask(unknown, OTHER_CARD, "2026-06-24").result()).isEqualTo(Result.WAITS);
	}

	/** Rules 7.4: the order is cancelled, and the renewals of this night claim again. */
	@Test
	void cancelsAnAutomaticOrderForAnotherCard() {
		Dossier retrying = charged(claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_SOFT, "2026-06-23");
		Dossier after = after(ask(retrying, OTHER_CARD, "2026-06-24"));
		assertThat(newest(after).state()).isEqualTo(OrderState.CANCELLED);
		assertThat(newest(after).progress().reason()).isEqualTo("PAYMENT_METHOD");
		assertThat(after.subscription().paying().card()).isEqualTo(Membership.card("second"));
	}

	/**
	 * Rules 7.4, 3.3: what is read on E+31 could not be claimed again, so nothing
	 * changes.
	 */
	@Test
	void refusesAnotherCardWhenNothingCanBeClaimedAnyMore() {
		Dossier claimed = claimed(byTransfer(), "2026-07-20");
		Answer answer = ask(claimed,
				request(Type.PAYMENT_METHOD, "2026-07-22", PaymentMethod.CARD, Membership.card("second")),
				"2026-07-23");
		assertThat(answer.reason()).isEqualTo("WINDOW_CLOSED");
		assertThat(answer.after()).isEqualTo(claimed);
	}

	/** Rules 7.4: another payment method; the same one is none. */
	@Test
	void leavesTheOrderAloneForTheCardThatItHas() {
		Dossier retrying = charged(claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_SOFT, "2026-06-23");
		Answer answer = ask(retrying,
				request(Type.PAYMENT_METHOD, "2026-06-24", PaymentMethod.CARD, Membership.card("first")), "2026-06-24");
		assertThat(answer.result()).isEqualTo(Result.ACCEPTED);
		assertThat(answer.after()).isEqualTo(retrying);
	}

	/**
	 * Rules 7.4: a manual order that failed becomes a new one of the day of the request.
	 */
	@Test
	void ordersAgainAfterAFailedManualOrder() {
		Dossier ordered = after(ask(byCard(), request(Type.RENEW, "2026-06-23"), "2026-06-23"));
		Dossier failed = charged(ordered, AttemptState.DECLINED_HARD, "2026-06-23");
		Dossier after = after(ask(failed, OTHER_CARD, "2026-06-24"));
		assertThat(after.dealings().orders()).extracting(Order::state)
			.containsExactly(OrderState.FAILED, OrderState.OPEN);
		assertThat(newest(after).number()).isEqualTo("S-1-20260624-1");
	}

	/** Rules 7.4, 4.2: a request dated before the window makes no order outside it. */
	@Test
	void makesNoManualOrderOutsideTheWindow() {
		Dossier ordered = after(ask(byTransfer(), request(Type.RENEW, "2026-06-23"), "2026-06-23"));
		PartnerRequest late = request(Type.PAYMENT_METHOD, "2026-06-20", PaymentMethod.CARD, Membership.card("second"));
		assertThat(ask(ordered, late, "2026-06-24").reason()).isEqualTo("TOO_EARLY");
	}

	/** Contract: METHOD_MISSING. */
	@Test
	void refusesAPaymentMethodThatNamesNone() {
		assertThat(ask(byCard(), request(Type.PAYMENT_METHOD, "2026-06-01"), "2026-06-01").reason())
			.isEqualTo("METHOD_MISSING");
	}

	/** Rules 3.4: what an OFF means for an order that was claimed automatically. */
	@Test
	void cancelsACardOrderThatWaitsForARetryWhenItIsSwitchedOff() {
		Dossier retrying = charged(claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_SOFT, "2026-06-23");
		Dossier after = after(ask(retrying, request(Type.AUTO_RENEW_OFF, "2026-06-24"), "2026-06-24"));
		assertThat(newest(after).progress().reason()).isEqualTo("AUTO_RENEW_OFF");
		assertThat(after.renewsByItself()).isFalse();
		assertThat(after.instructions().requests()).isEmpty();
	}

	/**
	 * Rules 3.4: asked on or before E and read after the claim, whatever became of the
	 * order.
	 */
	@ParameterizedTest
	@CsvSource({ "DECLINED_SOFT", "DECLINED_HARD", "SUCCEEDED" })
	void opensASupportRequestForASwitchThatCameTooLate(AttemptState answer) {
		Dossier claimed = charged(claimed(byCard(), "2026-06-23"), answer, "2026-06-23");
		Dossier after = after(ask(claimed, request(Type.AUTO_RENEW_OFF, "2026-06-22"), "2026-06-24"));
		assertThat(after.instructions().requests()).extracting(SupportRequest::kind).containsExactly(Kind.LATE_OFF);
		assertThat(after.renewsByItself()).isFalse();
	}

	/** Rules 3.2, contract: an OFF of what is OFF is ACCEPTED. */
	@Test
	void switchesOffOnce() {
		Dossier off = Membership.off(byCard());
		Answer again = ask(off, request(Type.AUTO_RENEW_OFF, "2026-06-20"), "2026-06-20");
		assertThat(again.result()).isEqualTo(Result.ACCEPTED);
		assertThat(again.after()).isEqualTo(off);
	}

	/** Rules 7.3: once, by 7 days, on or before the due date. */
	@Test
	void extendsTheDueDateOnceForAProofOfPayment() {
		Dossier claimed = claimed(byTransfer(), "2026-06-23");
		Dossier extended = after(ask(claimed, request(Type.PROOF_OF_PAYMENT, "2026-07-22"), "2026-07-22"));
		assertThat(newest(extended).progress().deadlines().dueOn()).isEqualTo(LocalDate.of(2026, 7, 29));
		Dossier twice = after(ask(extended, request(Type.PROOF_OF_PAYMENT, "2026-07-23"), "2026-07-23"));
		assertThat(twice).isEqualTo(extended);
		assertThat(ask(claimed, request(Type.PROOF_OF_PAYMENT, "2026-07-23"), "2026-07-23").reason())
			.isEqualTo("WINDOW_CLOSED");
	}

	private static Dossier after(Answer answer) {
		assertThat(answer.result()).as("%s", answer.reason()).isEqualTo(Result.ACCEPTED);
		return requireNonNull(answer.after());
	}

}
