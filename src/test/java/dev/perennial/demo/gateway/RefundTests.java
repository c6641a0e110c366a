package dev.perennial.demo.gateway;

import java.time.Duration;

import dev.perennial.gateway.RefundAnswer;
import dev.perennial.gateway.RefundAnswer.Outcome;
import dev.perennial.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Money back to the card of a cancelled renewal (rules 10.2). */
class RefundTests extends GatewayFixture {

	private static final RefundAnswer REFUNDED = new RefundAnswer(Outcome.REFUNDED, "re_local_00000001", null);

	@BeforeEach
	void chargeOnce() {
		this.gateway.charge("S-1", 1, "pm_card_visa");
	}

	private RefundAnswer refund(long cents, String key) {
		return this.gateway.cards.refund("pi_local_00000001", Money.of(cents, "EUR"), key);
	}

	@Test
	void givesTheMoneyBack() {
		assertThat(refund(11880, "R-1")).isEqualTo(REFUNDED);
	}

	@Test
	void givesAPartBackOnceEvenWhenTheKeyIsForgotten() {
		assertThat(refund(5000, "R-1")).isEqualTo(REFUNDED);
		this.clock.goOn(Duration.ofDays(2));
		assertThat(refund(5000, "R-1")).isEqualTo(REFUNDED);
		assertThat(refund(6880, "R-2").refundReference()).as("the rest").isEqualTo("re_local_00000002");
	}

	@Test
	void neverGivesBackMoreThanWasCharged() {
		assertThat(refund(11881, "R-1"))
			.isEqualTo(new RefundAnswer(Outcome.REFUSED, null, "HTTP 400 parameter_invalid"));
		refund(11880, "R-1");
		assertThat(refund(1, "R-2")).as("the partner has all of it")
			.isEqualTo(new RefundAnswer(Outcome.REFUNDED, null, null));
	}

	@Test
	void givesNothingBackOfADecline() {
		this.gateway.charge("S-2", 1, "pm_card_visa_chargeDeclinedLostCard");
		assertThat(this.gateway.cards.refund("pi_local_00000002", Money.of(1, "EUR"), "R-1").outcome())
			.isEqualTo(Outcome.REFUSED);
	}

	@Test
	void isUnknownWhenTheGatewayIsNotThere() {
		this.gateway.close();
		assertThat(refund(11880, "R-1").outcome()).isEqualTo(Outcome.UNKNOWN);
	}

}
