package dev.perennial.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts as whole minor units of a currency (rules 5.1). */
final class Amounts {

	private Amounts() {
	}

	static long units(String digits, String currency) {
		return new BigDecimal(digits).movePointRight(digitsOf(currency)).longValueExact(); // 5.1
	}

	static String digits(long units, String currency) {
		return BigDecimal.valueOf(units, digitsOf(currency)).toPlainString();
	}

	/** A percentage of an amount, rounded HALF_UP to the step of the currency. */
	static long percentOf(long units, BigDecimal percent, String currency) {
		// 5.1: JPY 1, EUR 0.01, KWD 0.010
		BigDecimal step = BigDecimal.valueOf((digitsOf(currency) == 3) ? 10 : 1);
		return BigDecimal.valueOf(units)
			.multiply(percent)
			.movePointLeft(2)
			.divide(step, 0, RoundingMode.HALF_UP) // 5.1
			.multiply(step)
			.longValueExact();
	}

	private static int digitsOf(String currency) {
		return Currency.getInstance(currency).getDefaultFractionDigits();
	}

}
