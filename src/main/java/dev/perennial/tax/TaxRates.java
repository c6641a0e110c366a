package dev.perennial.tax;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The standard rates of the countries by day. */
public final class TaxRates {

	private final Map<String, NavigableMap<LocalDate, TaxRate>> countries = new HashMap<>();

	/**
	 * @param rates at most one for each country and first day
	 * @throws IllegalArgumentException if two rates of a country begin on one day
	 */
	public TaxRates(Collection<CountryRate> rates) {
		for (CountryRate rate : rates) {
			TaxRate other = this.countries.computeIfAbsent(rate.country(), (key) -> new TreeMap<>())
				.put(rate.from(), rate.rate());
			if (other != null) {
				throw new IllegalArgumentException("%s has two rates from %s".formatted(rate.country(), rate.from()));
			}
		}
	}

	/**
	 * The rate of a country on a day, empty if none is known.
	 */
	public Optional<TaxRate> rateOn(String country, LocalDate day) {
		return Optional.ofNullable(this.countries.get(country))
			.map((rates) -> rates.floorEntry(day))
			.map(Map.Entry::getValue);
	}

	/**
	 * A country's rate, valid from a day until its next one begins.
	 *
	 * @param country an ISO 3166 code
	 * @param from the first day it is valid
	 * @param rate the standard rate
	 */
	public record CountryRate(String country, LocalDate from, TaxRate rate) {

	}

}
