package dev.perennial.renewal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 7.2: what a reference reads as. */
class BankMatchingTests {

	@ParameterizedTest
	@CsvSource({ "INV-2026-000001,INV-2026-000001", "' inv-2026 -000001 ',INV-2026-000001", "ОПЛАТА ЗА ГОД,''",
			"Überweisung,''", "'',''" })
	void ignoresSpacesAndCaseAndWhatIsNoNumber(String reference, String number) {
		assertThat(BankMatching.invoiceNumber(reference)).isEqualTo(number);
	}

}
