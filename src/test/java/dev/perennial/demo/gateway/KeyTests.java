package dev.perennial.demo.gateway;

import java.time.Duration;
import java.time.Instant;

import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.FrozenRequest;
import dev.perennial.gateway.GatewayProperties;
import dev.perennial.gateway.GatewayRefused;
import dev.perennial.gateway.KeyReused;
import dev.perennial.gateway.KeyTooOld;
import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One reference, one charge (rules 6.1, 6.2). */
class KeyTests extends GatewayFixture {

	@Test
	void theSameKeyGetsTheSameAnswerAndChargesOnce() throws Exception {
		ChargeAnswer first = this.gateway.charge("S-1", 1, "pm_card_visa");
		assertThat(this.gateway.charge("S-1", 1, "pm_card_visa")).isEqualTo(first);
		assertThat(this.gateway.books()).hasSize(1);
	}

	@Test
	void aRequestReadBackFromItsTextIsTheSameCall() throws Exception {
		FrozenRequest request = GatewayAndClient.request("S-1", 1);
		ChargeAnswer first = this.gateway.cards.charge(request, "pm_card_visa");
		FrozenRequest readBack = FrozenRequest.read(request.text());
		assertThat(this.gateway.cards.chargeAgain(readBack, "pm_card_visa", this.clock.instant())).isEqualTo(first);
		assertThat(this.gateway.books()).hasSize(1);
	}

	@Test
	void theSameKeyWithAnotherAmountIsNoDecline() throws Exception {
		this.gateway.charge("S-1", 1, "pm_card_visa");
		FrozenRequest changed = FrozenRequest.of("S-1-20260623-1/1", Money.of(11881, "EUR"), "S-1", "S-1-20260623-1",
				"Action Pack");
		assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> this.gateway.cards.charge(changed, "pm_card_visa"))
			.withMessageContaining("S-1-20260623-1/1");
		assertThat(this.gateway.books()).hasSize(1);
	}

	@Test
	void theSameKeyWithAnotherCardIsNoDecline() throws Exception {
		this.gateway.charge("S-1", 1, "pm_card_visa");
		assertThatExceptionOfType(KeyReused.class)
			.isThrownBy(() -> this.gateway.charge("S-1", 1, "pm_card_visa_chargeDeclinedLostCard"))
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("pm_card"));
		assertThat(this.gateway.books()).hasSize(1);
	}

	@Test
	void aCallIsSentAgainOnlyWhileItsKeyIsYoungerThan20Hours() throws Exception {
		Instant calledAt = this.clock.instant();
		FrozenRequest request = GatewayAndClient.request("S-1", 1);
		this.gateway.cards.charge(request, "pm_card_visa");
		this.clock.goOn(Duration.ofHours(20).minusMillis(1));
		assertThat(this.gateway.cards.mayChargeAgain(calledAt)).isTrue();
		assertThat(this.gateway.cards.chargeAgain(request, "pm_card_visa", calledAt).outcome())
			.isEqualTo(Outcome.SUCCEEDED);
		this.clock.goOn(Duration.ofMillis(1));
		assertThat(this.gateway.cards.mayChargeAgain(calledAt)).isFalse();
		// At 25 hours the gateway has forgotten the key: this would be the second charge.
		this.clock.goOn(Duration.ofHours(5));
		assertThatExceptionOfType(KeyTooOld.class)
			.isThrownBy(() -> this.gateway.cards.chargeAgain(request, "pm_card_visa", calledAt));
		assertThat(this.gateway.books()).hasSize(1);
	}

	/** Why keys must not grow old: the gateway is like Stripe in this. */
	@Test
	void aKeyThatTheGatewayForgotChargesAgain() throws Exception {
		this.gateway.charge("S-1", 1, "pm_card_visa");
		this.clock.goOn(Duration.ofHours(25));
		this.gateway.charge("S-1", 1, "pm_card_visa");
		assertThat(this.gateway.books()).hasSize(2);
	}

	@Test
	void aWrongApiKeyIsNoDeclineAndChargesNothing() throws Exception {
		GatewayProperties right = GatewayAndClient.properties(this.gateway.gateway.baseUrl(), Duration.ofSeconds(30));
		CardGateway stranger = new CardGateway(new GatewayProperties(right.baseUrl(), "sk_wrong",
				right.connectTimeout(), right.readTimeout(), right.rateLimitWait(), right.keyRetention()), this.clock,
				() -> {
				});
		FrozenRequest request = GatewayAndClient.request("S-1", 1);
		assertThatExceptionOfType(GatewayRefused.class).isThrownBy(() -> stranger.charge(request, "pm_card_visa"))
			.withMessageContaining("401")
			.withMessageContaining("GATEWAY_APIKEY")
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("sk_").doesNotContain("pm_card"));
		assertThatExceptionOfType(GatewayRefused.class)
			.isThrownBy(() -> stranger.lookUp(request.merchantReference(), this.clock.instant()));
		assertThatExceptionOfType(GatewayRefused.class)
			.isThrownBy(() -> stranger.refund("pi_local_00000001", Money.of(1, "EUR"), "R-1"));
		assertThat(this.gateway.books()).isEmpty();
	}

}
