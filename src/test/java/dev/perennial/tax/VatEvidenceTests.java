package dev.perennial.tax;

import java.time.LocalDate;

import dev.perennial.vat.VatAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 5.5: an earlier VALID serves for 30 days where the register does not answer. */
class VatEvidenceTests {

	@ParameterizedTest
	@CsvSource({ "UNAVAILABLE, 2026-06-01, 2026-07-01, VALID", "UNAVAILABLE, 2026-06-01, 2026-07-02, UNAVAILABLE",
			"UNAVAILABLE, 2026-06-01, 2026-06-01, VALID", "UNAVAILABLE, 2026-06-02, 2026-06-01, UNAVAILABLE",
			"UNAVAILABLE, , 2026-07-01, UNAVAILABLE", "INVALID, 2026-06-30, 2026-07-01, INVALID",
			"VALID, , 2026-07-01, VALID" })
	void servesForAWhile(VatAnswer now, @Nullable LocalDate lastValidOn, LocalDate day, VatAnswer counts) {
		assertThat(new VatEvidence(now, lastValidOn).on(day, 30)).isEqualTo(counts);
	}

}
