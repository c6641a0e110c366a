package dev.perennial.offer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import dev.perennial.money.Money;

/** The net list prices of all offers by currency and day (rules 2.1, 5.2). */
public final class PriceList {

	private final Map<Line, NavigableMap<LocalDate, Money>> lines = new HashMap<>();

	/**
	 * @param prices at most one for each offer, currency and first day
	 * @throws IllegalArgumentException if two prices begin on one day
	 */
	public PriceList(Collection<Price> prices) {
		for (Price price : prices) {
			Line line = new Line(price.offer(), price.net().currency());
			Money other = this.lines.computeIfAbsent(line, (key) -> new TreeMap<>()).put(price.from(), price.net());
			if (other != null) {
				throw new IllegalArgumentException("offer '%s' has two prices in %s from %s".formatted(price.offer(),
						price.net().currency(), price.from()));
			}
		}
	}

	/**
	 * The net list price of a term that begins on a day.
	 * @param offer the code of the offer
	 * @param currency the currency of the subscription
	 * @param day the first day of the term
	 * @return the price
	 * @throws PriceMissing if there is none for that offer, currency and day (rules 5.6)
	 */
	public Money netOn(String offer, Currency currency, LocalDate day) {
		return find(offer, currency, day).orElseThrow(() -> new PriceMissing(offer, currency, day));
	}

	/**
	 * As {@link #netOn}, but empty where there is no price.
	 */
	public Optional<Money> find(String offer, Currency currency, LocalDate day) {
		NavigableMap<LocalDate, Money> line = this.lines.get(new Line(offer, currency));
		return Optional.ofNullable(line).map((prices) -> prices.floorEntry(day)).map(Map.Entry::getValue);
	}

	/** Whether another list says the same of every offer, currency and day. */
	public boolean isSameAs(PriceList other) {
		return this.lines.equals(other.lines);
	}

	private record Line(String offer, Currency currency) {

	}

}
