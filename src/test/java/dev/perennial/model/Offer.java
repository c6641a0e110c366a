package dev.perennial.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What can be bought: data, not code (rules 2.1). */
record Offer(String code, Map<String, String> names, boolean contiguous, Policies policies, List<Price> prices) {

	/** The net list price of an offer on a day, if there is one. */
	OptionalLong price(String currency, LocalDate day) {
		return prices().stream()
			.filter((price) -> price.currency().equals(currency) && !price.from().isAfter(day)) // 5.6
			.max(Comparator.comparing(Price::from))
			.map((price) -> OptionalLong.of(price.net()))
			.orElse(OptionalLong.empty());
	}

	/** The policies of rules 2.6, 3.6 and 4.5. */
	record Policies(boolean qualification, boolean noticeBeforeCharge, boolean benefitsInWindow) {
	}

	/** A net list price in minor units and the first day it holds for. */
	record Price(String currency, LocalDate from, long net) {
	}

}
