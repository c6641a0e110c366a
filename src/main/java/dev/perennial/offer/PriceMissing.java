package dev.perennial.offer;

import java.time.LocalDate;
import java.util.Currency;

/** The price list has no price for an offer, currency and day (rules 5.6). */
public class PriceMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public PriceMissing(String offer, Currency currency, LocalDate day) {
		super("PRICE_MISSING: offers.yaml has no price of %s in %s for %s; add one, then retry".formatted(offer,
				currency.getCurrencyCode(), day));
	}

}
