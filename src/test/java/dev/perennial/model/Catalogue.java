package dev.perennial.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Offers, seller and tax rates, as a night stores them at its first start (rules 1.1).
 */
record Catalogue(Map<String, Offer> offers, String sellerCountry, List<Rate> rates) {

	Offer offer(String code) {
		Offer offer = offers().get(code);
		if (offer == null) {
			throw new IllegalArgumentException("no offer " + code);
		}
		return offer;
	}

	Optional<BigDecimal> rate(String country, LocalDate day) {
		return rates().stream()
			.filter((rate) -> rate.country().equals(country) && !rate.from().isAfter(day))
			.max(Comparator.comparing(Rate::from))
			.map(Rate::percent);
	}

	/** A standard rate of a country in percent and the first day it holds for. */
	record Rate(String country, LocalDate from, BigDecimal percent) {
	}

}
