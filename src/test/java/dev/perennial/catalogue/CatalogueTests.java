package dev.perennial.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

import dev.perennial.money.Money;
import dev.perennial.offer.Offer;
import dev.perennial.offer.OfferPolicies;
import dev.perennial.offer.PriceMissing;
import dev.perennial.offer.RenewalAnchor;
import dev.perennial.offer.Seller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rules 1.1 and 2.1: the catalogue is read strictly, from texts. */
class CatalogueTests {

	static final String OFFERS = """
			offers:
			  - code: GOLD
			    names: {en: Gold, 'no': Gull}
			    renewal-anchor: CONTIGUOUS
			    qualification: true
			    notice-before-charge: false
			    benefits-in-window: true
			    prices:
			      - {currency: EUR, from: 2024-01-01, net: "3200.00"}
			      - {currency: KWD, from: 2024-01-01, net: "99.990"}
			""";

	static final String SELLER = """
			seller: {name: Nord AS, vat-id: NO123456789MVA, country: NO, street: Kai 1, postal-code: "0150", city: Oslo, email: a@b.example, bank-account: NO93 8601 1117 947}
			""";

	static final String TAX = """
			rates:
			  - {country: NO, from: 2005-01-01, percent: "25.00"}
			  - {country: DE, from: 2007-01-01, percent: "19.00"}
			""";

	@Test
	void readsTheThreeTexts() {
		Catalogue catalogue = Catalogue.read(OFFERS, SELLER, TAX);
		assertThat(catalogue.offer("GOLD")).contains(new Offer("GOLD", Map.of("en", "Gold", "no", "Gull"),
				new OfferPolicies(RenewalAnchor.CONTIGUOUS, true, false, true)));
		assertThat(catalogue.offer("SILVER")).isEmpty();
		assertThat(catalogue.offerCodes()).containsExactly("GOLD");
		assertThat(catalogue.prices().netOn("GOLD", Currency.getInstance("KWD"), LocalDate.of(2026, 6, 23)))
			.isEqualTo(Money.of(99990, "KWD"));
		assertThat(catalogue.seller()).isEqualTo(new Seller("Nord AS", "NO123456789MVA", "NO",
				new Seller.Address("Kai 1", "0150", "Oslo"), new Seller.Reached("a@b.example", "NO93 8601 1117 947")));
		assertThat(catalogue.tax().rates().rateOn("NO", LocalDate.of(2026, 6, 23))).isPresent();
	}

	@Test
	void readsTheFilesOfTheProject() {
		Catalogue catalogue = Catalogue.read(CatalogueTexts.in(Path.of("config")));
		assertThat(catalogue.offerCodes()).containsExactly("ACTION_PACK", "BRONZE", "SILVER", "GOLD");
		assertThat(catalogue.tax().rates().rateOn("MT", LocalDate.of(2026, 6, 23))).isEmpty();
		assertThatExceptionOfType(PriceMissing.class)
			.isThrownBy(() -> catalogue.prices().netOn("GOLD", Currency.getInstance("KWD"), LocalDate.of(2026, 6, 23)));
	}

	@ParameterizedTest(name = "{1} for {0} in offers.yaml: line {2}, {3}")
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			textBlock = """
					code: GOLD              | cod: GOLD                    | 2  | offers[1].cod is not known; expected one of code, names
					code: GOLD              | code: G LD                   | 2  | offers[1].code is 'G LD', expected up to 40 letters
					code: GOLD              | code:                        | 2  | offers[1].code is empty
					code: GOLD              | code: ~                      | 2  | offers[1].code is empty
					code: GOLD              | code: [GOLD]                 | 2  | offers[1].code must be a single value
					en: Gold                | EN: Gold                     | 3  | offers[1].names.en is missing
					'no'                    | nor                          | 3  | 'nor' is not a language
					CONTIGUOUS              | contiguous                   | 4  | renewal-anchor is 'contiguous', expected ORDER_DATE or CONTIGUOUS
					qualification: true     | qualification: yes           | 5  | qualification is 'yes', expected true or false
					notice-before-charge    | qualification                | 6  | offers[1].qualification stands there twice; remove one
					benefits-in-window: true | # gone                      | 2  | offers[1].benefits-in-window is missing, expected true or false
					currency: EUR           | currency: EURO               | 9  | prices[1].currency is 'EURO', expected an ISO 4217 code
					2024-01-01              | 2024-02-30                   | 9  | from is '2024-02-30', expected a day such as 2026-01-31
					3200.00                 | 3200.001                     | 9  | net is '3200.001', expected a positive amount such as "425.00"
					3200.00                 | -1                           | 9  | net is '-1', expected a positive amount
					99.990                  | 99.999                       | 10 | net is '99.999', expected a positive amount such as "42.500" on the step of KWD
					prices:                 | prices: []                   | 9  | not YAML
					offers:                 | offer:                       | 2  | offer is not known; expected one of offers
					""")
	void refusesWhatItDoesNotUnderstand(String right, String wrong, int line, String message) {
		assertThatExceptionOfType(CatalogueRefused.class)
			.isThrownBy(() -> Catalogue.read(OFFERS.replaceFirst(right, wrong), SELLER, TAX))
			.withMessageStartingWith("offers.yaml, line " + line + ": ")
			.withMessageContaining(message);
	}

	@Test
	void refusesAnOfferOrAPriceTwice() {
		String again = OFFERS.substring(OFFERS.indexOf("  - code"));
		refused(() -> Catalogue.read(OFFERS + again, SELLER, TAX),
				"offers.yaml, line 11: the offer 'GOLD' stands there twice; remove one");
		refused(() -> Catalogue.read(OFFERS.replace("KWD", "EUR").replace("99.990", "99.99"), SELLER, TAX),
				"offers.yaml, line 10: 'GOLD' has two prices in EUR from 2024-01-01; remove one");
	}

	@Test
	void refusesRatesThatWouldNeverBeRead() {
		refused(() -> Catalogue.read(OFFERS, SELLER, TAX.replace("DE", "EL")),
				"tax.yaml, line 3: rates[2].country is 'EL', expected an ISO 3166 code of the EU VAT area such as DE");
		refused(() -> Catalogue.read(OFFERS, SELLER, TAX.replace("DE", "US")),
				"tax.yaml, line 3: US is neither in the EU VAT area nor the seller's country; remove it (Greece is GR)");
		refused(() -> Catalogue.read(OFFERS, SELLER, TAX.replace("DE, from: 2007", "NO, from: 2005")),
				"tax.yaml, line 3: NO has two rates from 2005-01-01; remove one");
		refused(() -> Catalogue.read(OFFERS, SELLER, TAX.replace("\"19.00\"", "19")),
				"tax.yaml, line 3: rates[2].percent is '19', expected percent with two decimals such as \"19.00\"");
	}

	@Test
	void refusesTextsThatAreNoCatalogue(@TempDir Path folder) {
		refused(() -> Catalogue.read("", SELLER, TAX), "offers.yaml, line 1: the file is empty");
		refused(() -> Catalogue.read(OFFERS, "- x", TAX), "seller.yaml, line 1: the file must have keys");
		refused(() -> Catalogue.read(OFFERS, SELLER.replace("Nord", "\"Nord\\n\""), TAX), "seller.yaml, line 1: ");
		refused(() -> Catalogue.read(OFFERS, SELLER.replace("a@b.example", "nobody"), TAX),
				"seller.yaml, line 1: seller.email is 'nobody', expected an address such as billing@seller.example");
		assertThatExceptionOfType(CatalogueRefused.class).isThrownBy(() -> CatalogueTexts.in(folder))
			.withMessageContaining("offers.yaml: cannot be read; expected a file in UTF-8");
	}

	private static void refused(Runnable reading, String message) {
		assertThatExceptionOfType(CatalogueRefused.class).isThrownBy(reading::run).withMessageStartingWith(message);
	}

}
