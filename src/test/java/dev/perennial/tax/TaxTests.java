package dev.perennial.tax;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.money.Money;
import dev.perennial.tax.Tax.Buyer;
import dev.perennial.tax.TaxDecision.TaxUnavailable;
import dev.perennial.tax.TaxDecision.Taxed;
import dev.perennial.tax.TaxRates.CountryRate;
import dev.perennial.vat.VatAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rules 5.4 with a seller in Germany, and in Greece where the prefix differs. */
class TaxTests {

	private static final LocalDate DAY = LocalDate.of(2026, 6, 23);

	private static final TaxRates RATES = new TaxRates(List.of(rate("DE", "2007-01-01", "19.00"),
			rate("FR", "2014-01-01", "20.00"), rate("GR", "2016-06-01", "24.00"), rate("FI", "2013-01-01", "24.00"),
			rate("FI", "2024-09-01", "25.50")));

	private final Tax german = new Tax("DE", RATES);

	private static CountryRate rate(String country, String from, String percent) {
		return new CountryRate(country, LocalDate.parse(from), TaxRate.parse(percent));
	}

	@ParameterizedTest(name = "{0} with {1}, answered {2}: {3} at {4}")
	@CsvSource({
			// domestic, whatever the VAT id and whatever the register says
			"DE, , UNAVAILABLE, DOMESTIC, 19.00", "DE, DE111111111, VALID, DOMESTIC, 19.00",
			"DE, FR11111111111, VALID, DOMESTIC, 19.00", "DE, FR11111111503, UNAVAILABLE, DOMESTIC, 19.00",
			// another EU country, valid VAT id of a country other than the seller's
			"FR, FR11111111111, VALID, REVERSE_CHARGE, 0.00", "FR, GR111111111, VALID, REVERSE_CHARGE, 0.00",
			"FR, EL111111111, VALID, REVERSE_CHARGE, 0.00", "MT, MT11111111, VALID, REVERSE_CHARGE, 0.00",
			// another EU country without such a VAT id
			"FR, , VALID, EU_BUYER_RATE, 20.00", "FR, FR11111111404, INVALID, EU_BUYER_RATE, 20.00",
			"FR, DE111111111, VALID, EU_BUYER_RATE, 20.00", "FR, DE111111503, UNAVAILABLE, EU_BUYER_RATE, 20.00",
			// Northern Ireland is in the area for goods only, Switzerland is not in it
			"FR, XI111111111, VALID, EU_BUYER_RATE, 20.00", "FR, CHE11111111, VALID, EU_BUYER_RATE, 20.00",
			"FR, F, VALID, EU_BUYER_RATE, 20.00",
			// elsewhere
			"US, , VALID, OUT_OF_SCOPE, 0.00", "GB, XI111111111, VALID, OUT_OF_SCOPE, 0.00",
			"CH, FR11111111503, UNAVAILABLE, OUT_OF_SCOPE, 0.00", "XI, XI111111111, VALID, OUT_OF_SCOPE, 0.00" })
	void followsBuyerCountryAndVatId(String country, @Nullable String vatId, VatAnswer answer, TaxTreatment treatment,
			String percent) {
		assertThat(this.german.decide(new Buyer(country, vatId), answer, DAY))
			.isEqualTo(new Taxed(treatment, TaxRate.parse(percent)));
	}

	@Test
	void knowsGreeceByBothItsCodes() {
		Tax greek = new Tax("GR", RATES);
		assertThat(greek.decide(new Buyer("GR", "EL111111111"), VatAnswer.VALID, DAY))
			.isEqualTo(new Taxed(TaxTreatment.DOMESTIC, TaxRate.parse("24.00")));
		assertThat(greek.decide(new Buyer("FR", "EL111111111"), VatAnswer.VALID, DAY))
			.isEqualTo(new Taxed(TaxTreatment.EU_BUYER_RATE, TaxRate.parse("20.00")));
	}

	@ParameterizedTest
	@CsvSource({ "2024-08-31, 24.00", "2024-09-01, 25.50" })
	void takesTheRateOfTheTermsFirstDay(LocalDate firstDay, String percent) {
		assertThat(this.german.decide(new Buyer("FI", null), VatAnswer.VALID, firstDay))
			.isEqualTo(new Taxed(TaxTreatment.EU_BUYER_RATE, TaxRate.parse(percent)));
	}

	@ParameterizedTest
	@CsvSource({ "MT, , VALID, MT", "FI, , VALID, FI", "FR, FR11111111503, UNAVAILABLE, FR11111111503" })
	void isUnavailableRatherThanZero(String country, @Nullable String vatId, VatAnswer answer, String named) {
		LocalDate firstDay = country.equals("FI") ? LocalDate.of(2012, 12, 31) : DAY;
		TaxDecision decision = this.german.decide(new Buyer(country, vatId), answer, firstDay);
		assertThat(decision).isInstanceOfSatisfying(TaxUnavailable.class,
				(missing) -> assertThat(missing.why()).contains(named));
	}

	@ParameterizedTest
	@CsvSource({ "FR, FR1111, true", "FR, , false", "FR, DE1111, false", "DE, FR1111, false", "US, FR1111, false",
			"FR, XI1111, false" })
	void asksTheRegisterOnlyWhereItMatters(String country, @Nullable String vatId, boolean asks) {
		assertThat(this.german.dependsOnVatId(new Buyer(country, vatId))).isEqualTo(asks);
	}

	@ParameterizedTest(name = "{1} percent of {0} is {2}")
	@CsvSource({ "42500, 19.00, 8075", "1, 19.00, 0", "3, 19.00, 1", "10, 25.50, 3", "10, 24.50, 2" })
	void roundsTaxHalfUp(long cents, String percent, long tax) {
		assertThat(TaxRate.parse(percent).of(Money.of(cents, "EUR"))).isEqualTo(Money.of(tax, "EUR"));
	}

	@ParameterizedTest
	@CsvSource({ "19", "19.0", "19.000", "-1.00", "100.00", "'19,00'", "''" })
	void readsPercentWithTwoDecimalsOnly(String percent) {
		assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> TaxRate.parse(percent));
		assertThat(TaxRate.parse("5.50").percent()).isEqualTo("5.50");
	}

}
