package dev.perennial.tax;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 27 countries of the EU VAT area, and which of them a VAT id belongs to.
 *
 * Greece is GR as a country and EL in VAT ids; GR in a VAT id is read as Greece too, the
 * register says whether it holds. Northern Ireland (XI) belongs to the area for goods
 * only: a membership is a service, so neither country nor VAT id of it count here.
 */
public final class EuVatArea {

	private static final Set<String> COUNTRIES = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
			"FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

	private EuVatArea() {
	}

	/**
	 * @param country an ISO 3166 code
	 */
	public static boolean contains(String country) {
		return COUNTRIES.contains(country);
	}

	/** The countries of the area without one of them. */
	static Set<String> others(String country) {
		return COUNTRIES.stream().filter((other) -> !other.equals(country)).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The country whose register holds a VAT id.
	 * @param vatId with its prefix, for example {@code EL094259216}
	 * @return the ISO 3166 code, empty if no country of the area has that prefix
	 */
	public static Optional<String> countryOf(String vatId) {
		if (vatId.length() < 3) {
			return Optional.empty();
		}
		String prefix = vatId.substring(0, 2).toUpperCase(Locale.ROOT);
		return Optional.of(prefix.equals("EL") ? "GR" : prefix).filter(COUNTRIES::contains);
	}

}
