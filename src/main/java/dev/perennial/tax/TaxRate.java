package dev.perennial.tax;

import java.math.BigDecimal;

import dev.perennial.money.Money;

/**
 * A rate of tax.
 *
 * @param basisPoints hundredths of a percent: 1900 for 19 percent
 */
public record TaxRate(int basisPoints) {

	public static final TaxRate ZERO = new TaxRate(0);

	public TaxRate {
		if (basisPoints < 0 || basisPoints > 10_000) {
			throw new IllegalArgumentException("%d basis points are no rate of tax".formatted(basisPoints));
		}
	}

	/**
	 * Reads percent with two decimals.
	 * @param percent for example {@code 25.50}
	 * @return the rate
	 * @throws NumberFormatException if the text is anything else
	 */
	public static TaxRate parse(String percent) {
		if (!percent.matches("\\d{1,2}\\.\\d{2}")) {
			throw new NumberFormatException("'%s' is not a percentage such as 19.00".formatted(percent));
		}
		return new TaxRate(Integer.parseInt(percent.replace(".", "")));
	}

	/**
	 * The tax of a net, which is the sum of all lines of this rate, rounded HALF_UP to
	 * the currency's step (rules 5.1, 5.4).
	 */
	public Money of(Money net) {
		return net.times(BigDecimal.valueOf(this.basisPoints, 4));
	}

	/**
	 * The rate in percent with two decimals, as the files out have it: {@code 19.00}.
	 */
	public String percent() {
		return BigDecimal.valueOf(this.basisPoints, 2).toPlainString();
	}

}
