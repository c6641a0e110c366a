package dev.perennial.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.perennial.money.Money;
import dev.perennial.offer.Offer;
import dev.perennial.offer.OfferPolicies;
import dev.perennial.offer.Price;
import dev.perennial.offer.PriceList;
import dev.perennial.offer.RenewalAnchor;

/**
 * Reads {@code offers.yaml}.
 *
 * @param offers the offers in the order of the file
 * @param prices the prices of all of them
 */
record OffersFile(List<Offer> offers, PriceList prices) {

	private static final String CODE = "[A-Za-z0-9._-]{1,40}";

	static OffersFile read(String yaml) {
		List<Offer> offers = new ArrayList<>();
		List<Price> prices = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		for (Section entry : Section.of(CatalogueTexts.OFFERS, yaml).only("offers").sections("offers")) {
			Offer offer = offer(entry);
			if (!codes.add(offer.code())) {
				throw entry.refused("the offer '%s' stands there twice; remove one".formatted(offer.code()));
			}
			offers.add(offer);
			prices.addAll(prices(entry, offer.code()));
		}
		return new OffersFile(offers, new PriceList(prices));
	}

	private static Offer offer(Section entry) {
		entry.only("code", "names", "renewal-anchor", "qualification", "notice-before-charge", "benefits-in-window",
				"prices");
		String code = entry.value("code", "up to 40 letters, digits, '-', '_' or '.'", matching(CODE));
		RenewalAnchor anchor = entry.value("renewal-anchor", "ORDER_DATE or CONTIGUOUS", RenewalAnchor::valueOf);
		return new Offer(code, names(entry.section("names")), new OfferPolicies(anchor, flag(entry, "qualification"),
				flag(entry, "notice-before-charge"), flag(entry, "benefits-in-window")));
	}

	private static Map<String, String> names(Section entry) {
		Map<String, String> names = new HashMap<>();
		entry.text("en");
		for (String language : entry.keys()) {
			if (!language.matches("[a-z]{2}")) {
				throw entry.refused("'%s' is not a language; expected two letters such as en".formatted(language));
			}
			names.put(language, entry.text(language));
		}
		return names;
	}

	private static List<Price> prices(Section offer, String code) {
		List<Price> prices = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Section entry : offer.sections("prices")) {
			entry.only("currency", "from", "net");
			Currency currency = entry.value("currency", "an ISO 4217 code such as EUR", Currency::getInstance);
			LocalDate from = entry.value("from", "a day such as 2026-01-31", LocalDate::parse);
			prices.add(entry.value(
					"net", "a positive amount such as \"%s\" on the step of %s"
						.formatted(new Money(42500, currency).digits(), currency),
					(text) -> new Price(code, from, Money.parse(text, currency))));
			if (!seen.add(currency + " " + from)) {
				throw entry.refused("'%s' has two prices in %s from %s; remove one".formatted(code, currency, from));
			}
		}
		return prices;
	}

	private static boolean flag(Section entry, String key) {
		return entry.value(key, "true or false", matching("true|false")).equals("true");
	}

	static Function<String, String> matching(String pattern) {
		return (text) -> {
			if (!text.matches(pattern)) {
				throw new IllegalArgumentException(text);
			}
			return text;
		};
	}

}
