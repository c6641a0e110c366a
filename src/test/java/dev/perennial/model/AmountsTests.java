package dev.perennial.model;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 5.1. */
class AmountsTests {

	@ParameterizedTest
	@CsvSource({ "EUR, 100.00, 19.00, 19.00", "EUR, 0.13, 19.00, 0.02", "EUR, 0.50, 19.00, 0.10", "JPY, 15, 10.00, 2",
			"JPY, 14, 10.00, 1", "KWD, 12.340, 5.00, 0.620", "KWD, 0.100, 5.00, 0.010", "KWD, 0.090, 5.00, 0.000",
			"EUR, 425.00, 0, 0.00" })
	void roundsHalfUpToTheStepOfTheCurrency(String currency, String net, BigDecimal percent, String tax) {
		long units = Amounts.percentOf(Amounts.units(net, currency), percent, currency);
		assertThat(Amounts.digits(units, currency)).isEqualTo(tax);
	}

}
