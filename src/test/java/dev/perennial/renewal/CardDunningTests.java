package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.order.AttemptState;
import dev.perennial.order.Order;
import dev.perennial.order.OrderState;
import dev.perennial.order.Outcome;
import dev.perennial.order.Outcome.What;
import dev.perennial.renewal.Verdict.Decided;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;

import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.charged;
import static dev.perennial.renewal.Membership.claimed;
import static dev.perennial.renewal.Membership.newest;
import static dev.perennial.renewal.Membership.night;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What follows from the answer to a charge (rules 6). E is 2026-06-22. */
class CardDunningTests {

	/** Rules 6.3: E+2, E+4, E+8, E+15, E+25, then the order has failed. */
	@Test
	void triesAgainOnTheDaysOfTheRules() {
		Dossier dossier = claimed(byCard(), "2026-06-23");
		List<String> days = new ArrayList<>();
		LocalDate next = newest(dossier).progress().dunning().nextOn();
		while (next != null) {
			days.add(next.toString());
			dossier = charged(dossier, AttemptState.DECLINED_SOFT, next.toString());
			next = newest(dossier).progress().dunning().nextOn();
		}
		assertThat(days).containsExactly("2026-06-23", "2026-06-24", "2026-06-26", "2026-06-30", "2026-07-07",
				"2026-07-17");
		assertThat(newest(dossier).state()).isEqualTo(OrderState.FAILED);
	}

	/** Rules 1.7: retry dates are counted from today. */
	@Test
	void countsFromTodayInALateNight() {
		Dossier claimed = claimed(byCard(), "2026-06-23");
		assertThat(CardDunning.nextAttempt(claimed, newest(claimed), night("2026-06-23", "2026-06-30")))
			.contains(LocalDate.of(2026, 7, 7));
	}

	/** Rules 6.3. */
	@Test
	void failsAtAHardDecline() {
		Dossier declined = charged(claimed(byCard(), "2026-06-23"), AttemptState.DECLINED_HARD, "2026-06-23");
		assertThat(newest(declined).state()).isEqualTo(OrderState.FAILED);
		assertThat(newest(declined).progress().dunning().nextOn()).isNull();
	}

	/** Rules 3.5, 6.5. */
	@Test
	void startsTheTermWhenTheChargeSucceeded() {
		Dossier claimed = claimed(byCard(), "2026-06-23");
		assertThat(claimed.subscription().currentTerm().seq()).isZero();
		Dossier paid = charged(claimed, AttemptState.SUCCEEDED, "2026-06-23");
		assertThat(paid.subscription().state()).isEqualTo(SubscriptionState.ACTIVE);
		assertThat(paid.subscription().currentTerm().startsOn()).isEqualTo(LocalDate.of(2026, 6, 23));
		assertThat(paid.dealings().payments()).singleElement()
			.satisfies((payment) -> assertThat(payment.amount()).isEqualTo(Membership.euros("505.75")));
	}

	/** Rules 6.2: a new attempt in that night, and after three the order is parked. */
	@Test
	void parksAnOrderThatWasThreeTimesNotCharged() {
		Dossier dossier = claimed(byCard(), "2026-06-23");
		for (String date : List.of("2026-06-23", "2026-06-24")) {
			dossier = charged(dossier, AttemptState.NOT_CHARGED, date);
			assertThat(newest(dossier).progress().dunning().nextOn()).isEqualTo(LocalDate.parse(date));
		}
		dossier = charged(dossier, AttemptState.NOT_CHARGED, "2026-06-25");
		assertThat(newest(dossier).progress().dunning().parkedError()).startsWith("NOT_CHARGED");
		assertThat(newest(dossier).progress().dunning().nextOn()).isNull();
		assertThat(newest(dossier).state()).isEqualTo(OrderState.OPEN);
	}

	/** Rules 3.7: a hold stops every new attempt. */
	@Test
	void isStoppedByAHold() {
		Dossier held = Membership.held(claimed(byCard(), "2026-06-23"), HoldReason.BY_HAND);
		Verdict verdict = CardDunning.decide(held, newest(held), night("2026-06-23"));
		assertThat(verdict.decided()).isEqualTo(Decided.HELD);
		assertThat(verdict.after().dealings().outcomes()).extracting(Outcome::result)
			.containsExactly(new Outcome.Result(What.HELD, "BY_HAND"));
	}

	/** Contract, renewals.csv: the order whose state changed says so in that night. */
	@Test
	void saysThatNothingWasChargedThoughItIsHeld() {
		Dossier closed = charged(claimed(byCard(), "2026-06-23"), AttemptState.NOT_CHARGED, "2026-06-24");
		Dossier held = Membership.held(closed, HoldReason.BY_HAND);
		Verdict verdict = CardDunning.decide(held, newest(held), night("2026-06-24"));
		assertThat(verdict.decided()).isEqualTo(Decided.HELD);
		assertThat(verdict.after().dealings().outcomes()).extracting((outcome) -> outcome.result().what())
			.containsExactly(What.NOT_CHARGED);
	}

	/** Rules 6.3: never after E+30, 2026-07-22, whatever held the charge up. */
	@Test
	void chargesNoCardAfterTheWindow() {
		Dossier waiting = charged(claimed(byCard(), "2026-07-22"), AttemptState.NOT_CHARGED, "2026-07-22");
		assertThat(CardDunning.decide(waiting, newest(waiting), night("2026-07-22")).decided()).isEqualTo(Decided.ACTS);
		assertThat(CardDunning.decide(waiting, newest(waiting), night("2026-07-23")).decided())
			.isEqualTo(Decided.NOT_DUE);
	}

	/** Rules 6.3: the first charge of an order asked for inside the window excepted. */
	@Test
	void chargesWhatWasAskedForOnTheLastDay() {
		Dossier asked = requireNonNull(
				Membership.ask(byCard(), Membership.request(Type.RENEW, "2026-07-22"), "2026-07-23").after());
		assertThat(CardDunning.decide(asked, newest(asked), night("2026-07-23")).decided()).isEqualTo(Decided.ACTS);
		assertThat(newest(charged(asked, AttemptState.DECLINED_SOFT, "2026-07-23")).state())
			.isEqualTo(OrderState.FAILED);
	}

	/** Rules 6.2: a found charge counts only if it agrees, else the order is parked. */
	@Test
	void parksAnOrderOnceWhenTheGatewayHasSomethingElse() {
		Dossier found = disagreeing(unknown(), "refund it", false, "2026-06-24");
		assertThat(newest(found).progress().dunning().parkedError()).isEqualTo("refund it");
		assertThat(newest(found).hasOpenAttempt()).isTrue();
		assertThat(disagreeing(found, "refund it", false, "2026-06-25")).as("not in every night").isEqualTo(found);
	}

	/** Rules 6.2: money that is there is never charged a second time. */
	@Test
	void parksAgainWhatAPersonRetriedWhileTheMoneyIsThere() {
		Dossier retried = retried(disagreeing(unknown(), "refund it", false, "2026-06-24"), "2026-06-25");
		assertThat(newest(retried).progress().dunning().nextOn()).as("an attempt is open").isNull();
		Dossier found = disagreeing(retried, "refund it", false, "2026-06-25");
		assertThat(newest(found).progress().dunning().parkedIn()).isEqualTo(LocalDate.of(2026, 6, 25));
		assertThat(newest(found).hasOpenAttempt()).isTrue();
	}

	/**
	 * Nobody is charged again for money that somebody gave back, before a person says so.
	 */
	@Test
	void doesNotChargeAgainBeforeAPersonLooked() {
		Dossier found = disagreeing(unknown(), "given back", true, "2026-06-24");
		assertThat(newest(found).hasOpenAttempt()).isTrue();
		assertThat(newest(disagreeing(found, "given back", true, "2026-06-25")).hasOpenAttempt()).isTrue();
	}

	/** Rules 6.2: a new attempt in that night, with a reference of its own. */
	@Test
	void chargesAgainWhenNothingIsLeftOfWhatWasFoundAndAPersonLooked() {
		Dossier retried = retried(disagreeing(unknown(), "refund it", false, "2026-06-24"), "2026-06-25");
		Dossier closed = disagreeing(retried, "given back", true, "2026-06-25");
		assertThat(newest(closed).attempts()).extracting((attempt) -> attempt.state())
			.containsExactly(AttemptState.NOT_CHARGED);
		Dossier again = CardDunning.decide(closed, newest(closed), night("2026-06-25")).after();
		assertThat(newest(again).attempts()).extracting((attempt) -> attempt.number()).containsExactly(1, 2);
		assertThat(newest(
				disagreeing(charged(closed, AttemptState.UNKNOWN, "2026-06-25"), "given back", true, "2026-06-26"))
			.hasOpenAttempt()).as("the retry was of the first attempt").isTrue();
	}

	/** Rules 6.2: a parked order lives until the window ends, 2026-07-22. */
	@Test
	void expiresWithTheWindowWhenItWasParkedUntilThen() {
		Dossier asked = requireNonNull(
				Membership.ask(byCard(), Membership.request(Type.RENEW, "2026-06-23"), "2026-06-23").after());
		Dossier parked = disagreeing(charged(asked, AttemptState.UNKNOWN, "2026-06-23"), "refund it", false,
				"2026-06-24");
		Dossier waits = WindowTurn.decide(parked, night("2026-07-23")).after();
		assertThat(newest(waits).state()).isEqualTo(OrderState.OPEN);
		Dossier closed = disagreeing(retried(waits, "2026-07-24"), "given back", true, "2026-07-24");
		assertThat(CardDunning.decide(closed, newest(closed), night("2026-07-24")).decided())
			.isEqualTo(Decided.NOT_DUE);
		Dossier over = WindowTurn.decide(closed, night("2026-07-24")).after();
		assertThat(newest(over).state()).isEqualTo(OrderState.EXPIRED);
		assertThat(over.subscription().state()).isEqualTo(SubscriptionState.LAPSED);
	}

	private static Dossier unknown() {
		return charged(claimed(byCard(), "2026-06-23"), AttemptState.UNKNOWN, "2026-06-23");
	}

	private static Dossier retried(Dossier dossier, String date) {
		return CardDunning.retried(dossier, newest(dossier), night(date));
	}

	/** The look-up of a night found something else under the newest attempt. */
	private static Dossier disagreeing(Dossier dossier, String error, boolean nothingIsLeft, String date) {
		Order order = newest(dossier);
		return CardDunning.disagrees(dossier, order, order.attempts().get(order.attempts().size() - 1), error,
				nothingIsLeft, night(date));
	}

	/** Rules 6.2: no attempt while one is UNKNOWN. */
	@Test
	void waitsWhileAnAttemptIsUnknown() {
		Dossier unknown = charged(claimed(byCard(), "2026-06-23"), AttemptState.UNKNOWN, "2026-06-23");
		assertThat(newest(unknown).progress().dunning().nextOn()).isNull();
		assertThat(newest(unknown).hasOpenAttempt()).isTrue();
	}

}
