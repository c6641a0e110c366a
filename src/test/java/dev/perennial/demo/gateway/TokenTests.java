package dev.perennial.demo.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.GatewayProperties;
import dev.perennial.gateway.LookedUp;
import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every token of the contract, from the real client over HTTP (rules 6.2). */
class TokenTests extends GatewayFixture {

	@Test
	void aGoodCardIsCharged() throws Exception {
		ChargeAnswer answer = this.gateway.charge("S-1", 1, "pm_card_visa");
		assertThat(answer).isEqualTo(new ChargeAnswer(Outcome.SUCCEEDED, "pi_local_00000001", null));
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,succeeded");
	}

	@ParameterizedTest
	@CsvSource({ "pm_card_visa_chargeDeclinedInsufficientFunds, DECLINED_SOFT, insufficient_funds",
			"pm_card_visa_chargeDeclinedExpiredCard, DECLINED_HARD, expired_card",
			"pm_card_visa_chargeDeclinedLostCard, DECLINED_HARD, lost_card",
			"pm_something_else, DECLINED_HARD, invalid_account",
			"pm_sim_soft_then_ok_, DECLINED_HARD, invalid_account" })
	void aBadCardIsDeclinedWithItsReason(String token, Outcome outcome, String code) throws Exception {
		assertThat(this.gateway.charge("S-1", 1, token))
			.isEqualTo(new ChargeAnswer(outcome, "pi_local_00000001", code));
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,declined");
	}

	@Test
	void softDeclinesAreCountedPerOrder() throws Exception {
		String token = "pm_sim_soft_then_ok_2";
		assertThat(this.gateway.charge("S-1", 1, token).outcome()).isEqualTo(Outcome.DECLINED_SOFT);
		assertThat(this.gateway.charge("S-2", 1, token).outcome()).isEqualTo(Outcome.DECLINED_SOFT);
		assertThat(this.gateway.charge("S-1", 1, token).outcome()).as("replayed").isEqualTo(Outcome.DECLINED_SOFT);
		assertThat(this.gateway.charge("S-1", 2, token).outcome()).isEqualTo(Outcome.DECLINED_SOFT);
		assertThat(this.gateway.charge("S-1", 3, token).outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(this.gateway.books()).hasSize(4);
	}

	@Test
	void aTimeOutThatChargedIsFound() throws Exception {
		Instant calledAt = this.clock.instant();
		assertThat(this.gateway.charge("S-1", 1, "pm_sim_timeout_charged").outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", calledAt))
			.isEqualTo(new LookedUp.Found(new ChargeAnswer(Outcome.SUCCEEDED, "pi_local_00000001", null),
					Money.of(11880, "EUR"), Money.of(0, "EUR"), "S-1", "pi_local_00000001"));
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,succeeded");
	}

	/** The gateway keeps the connection open for longer than the client waits. */
	@Test
	void theClientDoesNotWaitUntilTheGatewayHangsUp() throws Exception {
		Clock clock = Clock.systemUTC();
		LocalGatewaySettings silent = GatewayAndClient.settings(this.folder.resolve("silent.jsonl"))
			.withSilence(Duration.ofMinutes(1));
		try (LocalGateway local = new LocalGateway(silent, clock)) {
			GatewayProperties impatient = new GatewayProperties(local.baseUrl(), GatewayAndClient.API_KEY,
					Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ZERO, Duration.ofHours(20));
			CardGateway cards = new CardGateway(impatient, clock, () -> {
			});
			assertThat(cards.charge(GatewayAndClient.request("S-1", 1), "pm_sim_timeout_charged"))
				.isEqualTo(new ChargeAnswer(Outcome.UNKNOWN, null, "no answer within 2200 ms"));
		}
	}

	@Test
	void aTimeOutThatChargedLateIsFoundFiveSecondsAfterItsLastCall() throws Exception {
		Instant calledAt = this.clock.instant();
		assertThat(this.gateway.charge("S-1", 1, "pm_sim_timeout_charged_late").outcome()).isEqualTo(Outcome.UNKNOWN);
		this.clock.goOn(Duration.ofSeconds(4));
		assertThat(this.gateway.charge("S-1", 1, "pm_sim_timeout_charged_late").outcome()).isEqualTo(Outcome.UNKNOWN);
		this.clock.goOn(Duration.ofMillis(4999));
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", calledAt)).isEqualTo(new LookedUp.NotFound());
		this.clock.goOn(Duration.ofMillis(1));
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", calledAt)).isInstanceOf(LookedUp.Found.class);
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,succeeded");
	}

	@Test
	void aTimeOutThatDidNotChargeIsNotFound() throws Exception {
		Instant calledAt = this.clock.instant();
		assertThat(this.gateway.charge("S-1", 1, "pm_sim_timeout_not_charged").outcome()).isEqualTo(Outcome.UNKNOWN);
		this.clock.goOn(Duration.ofMinutes(61));
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", calledAt)).isEqualTo(new LookedUp.NotFound());
		assertThat(this.gateway.books()).isEmpty();
	}

	/**
	 * The key keeps its 500 for good: what succeeds is the next attempt, with a new key.
	 */
	@Test
	void afterA500OnlyANewAttemptSucceeds() throws Exception {
		String token = "pm_sim_500_then_ok";
		assertThat(this.gateway.charge("S-1", 1, token)).isEqualTo(new ChargeAnswer(Outcome.UNKNOWN, null, "HTTP 500"));
		assertThat(this.gateway.charge("S-1", 1, token).outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", this.clock.instant()))
			.isEqualTo(new LookedUp.NotFound());
		assertThat(this.gateway.charge("S-1", 2, token).outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/2,118.80,EUR,succeeded");
	}

	/** Rules 6.4: no decline, and the same reference. */
	@Test
	void a429IsWaitedOutInTheSameCall() throws Exception {
		assertThat(this.gateway.charge("S-1", 1, "pm_sim_429_then_ok").outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(this.gateway.books()).containsExactly("S-1-20260623-1/1,118.80,EUR,succeeded");
	}

}
