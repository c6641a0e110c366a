package dev.perennial.offer;

import java.time.LocalDate;

import dev.perennial.money.Money;

/**
 * A net list price of an offer, valid from a day until the next one of the same currency
 * begins.
 *
 * @param offer the code of the offer
 * @param from the first day it is valid
 * @param net the amount without tax, positive and on its currency's step (rules 5.1)
 */
public record Price(String offer, LocalDate from, Money net) {

	public Price {
		if (!net.isPositive() || !net.isOnStep()) {
			throw new IllegalArgumentException("%s cannot be the price of '%s'".formatted(net, offer));
		}
	}

}
