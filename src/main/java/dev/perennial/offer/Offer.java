package dev.perennial.offer;

import java.util.Locale;
import java.util.Map;

/**
 * What a partner can subscribe to, with its policies; its term is one year (rules 2.1).
 *
 * @param code the id under which subscriptions name it
 * @param names its names by language; English is always there
 * @param policies what distinguishes it from other offers
 */
public record Offer(String code, Map<String, String> names, OfferPolicies policies) {

	public Offer {
		names = Map.copyOf(names);
		if (!names.containsKey("en")) {
			throw new IllegalArgumentException("offer '%s' has no English name".formatted(code));
		}
	}

	/**
	 * The name in the language of a locale such as {@code de}, {@code de-AT} or
	 * {@code ru_RU}, in English where there is none (rules 8.6).
	 * @param locale a partner's locale, may be empty
	 * @return the name, never empty
	 */
	public String nameIn(String locale) {
		String language = locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
		String name = this.names.get(language);
		return (name != null) ? name : this.names.getOrDefault("en", this.code);
	}

}
