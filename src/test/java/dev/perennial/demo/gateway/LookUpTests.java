package dev.perennial.demo.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.perennial.gateway.ChargeAnswer;
import dev.perennial.gateway.ChargeAnswer.Outcome;
import dev.perennial.gateway.LookedUp;
import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking charges up in the gateway's list (rules 6.2). */
class LookUpTests extends GatewayFixture {

	@Test
	void findsADeclineWithItsReason() {
		this.gateway.charge("S-1", 1, "pm_card_visa_chargeDeclinedInsufficientFunds");
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", this.clock.instant())).isEqualTo(
				new LookedUp.Found(new ChargeAnswer(Outcome.DECLINED_SOFT, "pi_local_00000001", "insufficient_funds"),
						Money.of(11880, "EUR"), Money.of(0, "EUR"), "S-1", "pi_local_00000001"));
	}

	@Test
	void findsTheFirstOf250OverThreePages() {
		Instant calledAt = this.clock.instant();
		this.gateway.charge("S-1", 1, "pm_card_visa");
		for (int i = 2; i <= 250; i++) {
			this.clock.goOn(Duration.ofMillis(10));
			this.gateway.charge("S-" + i, 1, "pm_card_visa");
		}
		Map<String, LookedUp> all = this.gateway.cards.lookUpAll(Map.of("S-1-20260623-1/1", calledAt,
				"S-250-20260623-1/1", this.clock.instant(), "S-251-20260623-1/1", calledAt));
		assertThat(all.get("S-1-20260623-1/1")).isInstanceOf(LookedUp.Found.class);
		assertThat(all.get("S-250-20260623-1/1")).isInstanceOf(LookedUp.Found.class);
		assertThat(all.get("S-251-20260623-1/1")).isEqualTo(new LookedUp.NotFound());
		assertThat(all).hasSize(3);
	}

	@Test
	void findsWhatWasSentAgain19HoursAfterItsIntent() {
		Instant calledAt = this.clock.instant();
		this.clock.goOn(Duration.ofHours(19));
		this.gateway.charge("S-1", 1, "pm_card_visa");
		this.clock.goOn(Duration.ofDays(3));
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", calledAt)).isInstanceOf(LookedUp.Found.class);
	}

	@Test
	void readsOnlyTheTimeInWhichTheChargeCanHaveBeenMade() {
		this.gateway.charge("S-1", 1, "pm_card_visa");
		Instant dayAfter = this.clock.instant().plus(Duration.ofDays(1));
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", dayAfter)).isEqualTo(new LookedUp.NotFound());
	}

	@Test
	void aGatewayThatIsNotThereProvesNothing() {
		this.gateway.close();
		assertThat(this.gateway.cards.lookUp("S-1-20260623-1/1", this.clock.instant()))
			.isInstanceOf(LookedUp.Unanswered.class);
		assertThat(this.gateway.charge("S-1", 1, "pm_card_visa").outcome()).isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void searchLagsByAMinuteAndNeverShowsALateCharge() throws Exception {
		this.gateway.charge("S-1", 1, "pm_card_visa");
		this.gateway.charge("S-2", 1, "pm_sim_timeout_charged_late");
		String search = "/v1/payment_intents/search?query=metadata%5B'merchant_reference'%5D:'S-1-20260623-1/1'";
		assertThat(this.gateway.get(search)).doesNotContain("pi_local");
		this.clock.goOn(Duration.ofSeconds(60));
		assertThat(this.gateway.get(search)).contains("pi_local_00000001");
		assertThat(this.gateway.get(search.replace("S-1", "S-2"))).doesNotContain("pi_local");
	}

}
