package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.order.AttemptState;
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

	/** Rules 6.2: no attempt while one is UNKNOWN. */
	@Test
	void waitsWhileAnAttemptIsUnknown() {
		Dossier unknown = charged(claimed(byCard(), "2026-06-23"), AttemptState.UNKNOWN, "2026-06-23");
		assertThat(newest(unknown).progress().dunning().nextOn()).isNull();
		assertThat(newest(unknown).hasOpenAttempt()).isTrue();
	}

}
