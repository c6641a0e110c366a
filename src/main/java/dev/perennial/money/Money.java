package dev.perennial.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units of its currency, negative for what is owed back.
 *
 * @param units minor units: cents for EUR, yen for JPY, fils for KWD
 * @param currency the ISO 4217 currency
 */
public record Money(long units, Currency currency) implements Comparable<Money> {

	public static Money of(long units, String currencyCode) {
		return new Money(units, Currency.getInstance(currencyCode));
	}

	public static Money zero(Currency currency) {
		return new Money(0, currency);
	}

	/**
	 * Reads {@code 118.80} or {@code -5}.
	 * @param digits the amount with {@code .} before the minor units
	 * @param currency the ISO 4217 currency
	 * @return the amount
	 * @throws NumberFormatException if the text is no number, or has more digits than the
	 * currency
	 */
	public static Money parse(String digits, Currency currency) {
		if (!digits.matches("-?\\d{1,15}(\\.\\d+)?")) {
			throw new NumberFormatException("'%s' is not an amount such as 118.80".formatted(digits));
		}
		BigDecimal amount = new BigDecimal(digits);
		if (amount.scale() > currency.getDefaultFractionDigits()) {
			throw new NumberFormatException("'%s' has more digits than %s, which has %d after the point"
				.formatted(digits, currency.getCurrencyCode(), currency.getDefaultFractionDigits()));
		}
		return new Money(amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
	}

	public Money plus(Money other) {
		return new Money(Math.addExact(this.units, same(other)), this.currency);
	}

	public Money minus(Money other) {
		return new Money(Math.subtractExact(this.units, same(other)), this.currency);
	}

	public Money negated() {
		return new Money(Math.negateExact(this.units), this.currency);
	}

	/**
	 * Multiplies by a rate and rounds HALF_UP to the currency's step (rules 5.1).
	 * @param rate for example {@code 0.20} for 20 percent
	 * @return the rounded amount
	 */
	public Money times(BigDecimal rate) {
		BigDecimal step = BigDecimal.valueOf(step(this.currency));
		long steps = BigDecimal.valueOf(this.units)
			.multiply(rate)
			.divide(step, 0, RoundingMode.HALF_UP)
			.longValueExact();
		return new Money(Math.multiplyExact(steps, step(this.currency)), this.currency);
	}

	public boolean isZero() {
		return this.units == 0;
	}

	public boolean isPositive() {
		return this.units > 0;
	}

	public boolean isOnStep() {
		return this.units % step(this.currency) == 0;
	}

	/**
	 * The smallest amount that can be charged, in minor units: KWD has three digits of
	 * which card networks take two.
	 */
	private static long step(Currency currency) {
		return (currency.getDefaultFractionDigits() == 3) ? 10 : 1;
	}

	private long same(Money other) {
		if (!other.currency.equals(this.currency)) {
			throw new IllegalArgumentException("%s and %s do not add up".formatted(this, other));
		}
		return other.units;
	}

	@Override
	public int compareTo(Money other) {
		return Long.compare(this.units, same(other));
	}

	/**
	 * The amount with the currency's digits, as the files out have it: {@code 118.80}.
	 */
	public String digits() {
		return BigDecimal.valueOf(this.units, this.currency.getDefaultFractionDigits()).toPlainString();
	}

	@Override
	public String toString() {
		return digits() + " " + this.currency.getCurrencyCode();
	}

}
