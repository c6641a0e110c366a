package dev.perennial.demo.gateway;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.perennial.money.Money;

/** The currencies a call may name: small letters, as Stripe writes them. */
final class Currencies {

	private static final Set<String> KNOWN = Currency.getAvailableCurrencies()
		.stream()
		.map((currency) -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
		.collect(Collectors.toUnmodifiableSet());

	private Currencies() {
	}

	static boolean isKnown(String currency) {
		return KNOWN.contains(currency);
	}

	static boolean isOnStep(long amount, String currency) {
		return Money.of(amount, currency.toUpperCase(Locale.ROOT)).isOnStep();
	}

}
