package dev.perennial.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import dev.perennial.tax.EuVatArea;
import dev.perennial.tax.TaxRate;
import dev.perennial.tax.TaxRates;
import dev.perennial.tax.TaxRates.CountryRate;

/** Reads {@code tax.yaml}. */
final class TaxFile {

	private static final Set<String> ISO_3166 = Set.of(Locale.getISOCountries());

	static final Function<String, String> COUNTRY = (text) -> {
		if (!ISO_3166.contains(text)) {
			throw new IllegalArgumentException(text);
		}
		return text;
	};

	private TaxFile() {
	}

	static TaxRates read(String yaml, String sellerCountry) {
		List<CountryRate> rates = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Section entry : Section.of(CatalogueTexts.TAX, yaml).only("rates").sections("rates")) {
			CountryRate rate = rate(entry.only("country", "from", "percent"));
			// a rate elsewhere would never be read: OUT_OF_SCOPE
			if (!EuVatArea.contains(rate.country()) && !rate.country().equals(sellerCountry)) {
				throw entry
					.refused("%s is neither in the EU VAT area nor the seller's country; remove it (Greece is GR)"
						.formatted(rate.country()));
			}
			if (!seen.add(rate.country() + " " + rate.from())) {
				throw entry.refused("%s has two rates from %s; remove one".formatted(rate.country(), rate.from()));
			}
			rates.add(rate);
		}
		return new TaxRates(rates);
	}

	private static CountryRate rate(Section entry) {
		return new CountryRate(entry.value("country", "an ISO 3166 code of the EU VAT area such as DE", COUNTRY),
				entry.value("from", "a day such as 2026-01-31", LocalDate::parse),
				entry.value("percent", "percent with two decimals such as \"19.00\"", TaxRate::parse));
	}

}
