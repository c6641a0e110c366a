package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 5.4, 5.5 for a seller in Germany. */
class TaxLawTests {

	@ParameterizedTest
	@CsvSource({ "DE, '', 2026-01-01, DOMESTIC 19.00", "DE, FR12345678901, 2026-01-01, DOMESTIC 19.00",
			"FR, FR12345678901, 2026-01-01, REVERSE_CHARGE 0", "FR, FR12345678404, 2026-01-01, EU_BUYER_RATE 20.00",
			"FR, FR12345678404, 2028-07-01, EU_BUYER_RATE 21.00", "FR, '', 2028-06-30, EU_BUYER_RATE 20.00",
			"FR, DE136695976, 2026-01-01, EU_BUYER_RATE 20.00", "FR, FR12345678503, 2026-01-01, ''",
			"MT, '', 2026-01-01, ''", "MT, MT12345678, 2026-01-01, REVERSE_CHARGE 0",
			"GR, EL123456789, 2026-01-01, REVERSE_CHARGE 0", "US, '', 2026-01-01, OUT_OF_SCOPE 0" })
	void taxesTheBuyerWhereTheLawSays(String country, String vatId, LocalDate firstDay, String expected) {
		Catalogue catalogue = CatalogueFiles.read(Path.of("src/test/resources/model/catalogue"));
		Partner buyer = new Partner("A", "A", new Partner.Contact("", "", "", ""), country, vatId);
		String tax = TaxLaw.tax(catalogue, new VatRegister(), buyer, firstDay, LocalDate.of(2026, 1, 1))
			.map((found) -> found.treatment() + " " + found.percent())
			.orElse("");
		assertThat(tax).isEqualTo(expected);
	}

}
