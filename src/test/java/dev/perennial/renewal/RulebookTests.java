package dev.perennial.renewal;

import java.util.List;
import java.util.TreeMap;

import dev.perennial.catalogue.CatalogueTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 1.1: a night reads back what it stored at its first start. */
class RulebookTests {

	@Test
	void readsWhatItWrote() {
		Policy policy = new Policy(new Policy.Renewal(20, List.of(1, 3), 5, 6), new Policy.Notice(1, 2, 3),
				new Policy.Payment(1, 2, 3, 4, 5), new Policy.Approval(1, 2, 3, 4), new Policy.Parking(1, 2));
		Rulebook rulebook = new Rulebook(policy, new CatalogueTexts("== tax 1\r\nа😀\n", "", "x: =\n\n"));
		assertThat(Rulebook.read(rulebook.text())).isEqualTo(rulebook);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "== settings\n", "== settings 99\nrenewal.window-days=30\n", "== settings 0\n\n" })
	void refusesWhatItDidNotWrite(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Rulebook.read(text));
	}

	@ParameterizedTest
	@CsvSource({ "renewal.window-days, 0", "renewal.window-days, x", "renewal.retry-days, '2,2'",
			"renewal.retry-days, '4,2'", "renewal.retry-days, '0,2'", "payment.bank-tolerance, -1",
			"parking.percent, 101", "approval.factor, 0", "renewal.windowdays, 30" })
	void refusesNumbersThatNoRuleCanWorkWith(String key, String value) {
		TreeMap<String, String> settings = new TreeMap<>(PolicySettings.of(Policy.DEFAULTS));
		settings.put(key, value);
		assertThatIllegalArgumentException().isThrownBy(() -> PolicySettings.read(settings)).withMessageContaining(key);
	}

}
