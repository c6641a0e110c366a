package dev.perennial.vat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 5.5: VALID, INVALID or UNAVAILABLE. */
class VatIdsTests {

	@ParameterizedTest
	@CsvSource({ "FR12345678404, INVALID", "fr 12 345 678 503, UNAVAILABLE", "ATU11111503, UNAVAILABLE",
			"NL404503001B01, VALID", "DE000000000, VALID", "XX1, VALID", "EL094259216, VALID" })
	void answersLocallyByTheLastThreeDigits(String vatId, VatAnswer answer) {
		assertThat(VatIds.local().check(vatId)).isEqualTo(answer);
	}

}
