package dev.perennial.money;

import java.math.BigDecimal;
import java.util.Currency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 5.1: whole minor units, HALF_UP to the currency's step. */
class MoneyTests {

	@ParameterizedTest
	@CsvSource({ "EUR, 9900, 0.20, 1980", "EUR, 3, 0.5, 2", "EUR, -3, 0.5, -2", "JPY, 15, 0.10, 2", "JPY, 14, 0.10, 1",
			"KWD, 12340, 0.05, 620", "KWD, 100, 0.05, 10", "KWD, 90, 0.05, 0" })
	void roundsHalfUpToTheStepOfItsCurrency(String currency, long units, BigDecimal rate, long expected) {
		assertThat(Money.of(units, currency).times(rate)).isEqualTo(Money.of(expected, currency));
	}

	@Test
	void writesTheDigitsOfItsCurrency() {
		assertThat(Money.of(11880, "EUR").digits()).isEqualTo("118.80");
		assertThat(Money.of(15000, "JPY").digits()).isEqualTo("15000");
		assertThat(Money.of(-12340, "KWD").digits()).isEqualTo("-12.340");
	}

	@Test
	void readsWhatItWrites() {
		Currency eur = Currency.getInstance("EUR");
		assertThat(Money.parse("118.8", eur)).isEqualTo(Money.of(11880, "EUR"));
		assertThat(Money.parse("-5", eur)).isEqualTo(Money.of(-500, "EUR"));
	}

	@ParameterizedTest
	@CsvSource({ "5.00, JPY", "10.000, EUR", "118.805, EUR", "1.5, JPY", "1e3, EUR", "'1,5', EUR", "'', EUR",
			"+5, EUR" })
	void refusesWhatIsNoAmountOfItsCurrency(String digits, String currency) {
		assertThatExceptionOfType(NumberFormatException.class)
			.isThrownBy(() -> Money.parse(digits, Currency.getInstance(currency)));
	}

	@Test
	void refusesToAddTwoCurrencies() {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")));
	}

	@Test
	void refusesToOverflow() {
		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")));
	}

}
