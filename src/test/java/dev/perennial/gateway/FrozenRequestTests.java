package dev.perennial.gateway;

import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The request that is stored with the intent (rules 6.1). */
class FrozenRequestTests {

	private static final String TEXT = """
			{"merchantReference":"S-1-20260623-1/2","amount":11880,"currency":"EUR","subscriptionId":"S-1",\
			"orderNumber":"S-1-20260623-1","description":"Пакет \\"Action\\" 年間"}""";

	private static FrozenRequest request(Money amount) {
		return FrozenRequest.of("S-1-20260623-1/2", amount, "S-1", "S-1-20260623-1", "Пакет \"Action\" 年間");
	}

	@Test
	void isAlwaysTheSameText() {
		assertThat(request(Money.of(11880, "EUR")).text()).isEqualTo(TEXT);
	}

	@Test
	void isReadBackFromItsText() {
		assertThat(FrozenRequest.read(TEXT)).isEqualTo(request(Money.of(11880, "EUR")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "not json", "[1]" })
	void refusesATextThatIsNone(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> FrozenRequest.read(text))
			.withMessageStartingWith("Not a frozen request");
	}

	@Test
	void refusesATextWithAnythingElseInIt() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FrozenRequest.read(TEXT.replace("}", ",\"token\":\"pm_card_visa\"}")))
			.satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).doesNotContain("pm_card"));
	}

	/**
	 * KWD has three digits of which card networks take two (rules 5.1); the last three
	 * differ at Stripe.
	 */
	@ParameterizedTest
	@CsvSource({ "0, EUR", "-1, EUR", "12345, KWD", "1000, ISK", "1000, MGA", "1000, UGX" })
	void refusesWhatTheGatewayWouldChargeDifferently(long units, String currency) {
		assertThatIllegalArgumentException().isThrownBy(() -> request(Money.of(units, currency)));
	}

}
