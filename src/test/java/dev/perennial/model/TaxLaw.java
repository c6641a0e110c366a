package dev.perennial.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** How a sale is taxed (rules 5.4); empty: TAX_UNAVAILABLE. */
final class TaxLaw {

	private static final Set<String> EU = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR",
			"HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

	private TaxLaw() {
	}

	static Optional<Cost.Tax> tax(Catalogue catalogue, VatRegister register, Partner buyer, LocalDate firstDay,
			LocalDate date) {
		String seller = catalogue.sellerCountry();
		if (buyer.country().equals(seller)) {
			return rate(catalogue, "DOMESTIC", seller, firstDay); // 5.4
		}
		if (!EU.contains(buyer.country())) {
			return Optional.of(new Cost.Tax("OUT_OF_SCOPE", BigDecimal.ZERO)); // 5.4
		}
		String issuer = countryOf(buyer.vatId());
		// 5.4: a VAT id of the seller's country, or of none in the EU, reverses nothing
		if (!EU.contains(issuer) || issuer.equals(seller)) {
			return rate(catalogue, "EU_BUYER_RATE", buyer.country(), firstDay);
		}
		Optional<Boolean> valid = register.valid(buyer.vatId(), date);
		if (valid.isEmpty()) {
			return Optional.empty(); // 5.5
		}
		return valid.get() ? Optional.of(new Cost.Tax("REVERSE_CHARGE", BigDecimal.ZERO))
				: rate(catalogue, "EU_BUYER_RATE", buyer.country(), firstDay); // 5.4
	}

	private static Optional<Cost.Tax> rate(Catalogue catalogue, String treatment, String country, LocalDate firstDay) {
		// 5.4: at the rate of the term's first day; a missing rate is never zero
		return catalogue.rate(country, firstDay).map((percent) -> new Cost.Tax(treatment, percent));
	}

	private static String countryOf(String vatId) {
		String prefix = (vatId.length() < 2) ? "" : vatId.substring(0, 2);
		return prefix.equals("EL") ? "GR" : prefix;
	}

}
