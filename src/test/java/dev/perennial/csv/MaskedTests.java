package dev.perennial.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No secret is shown (rules 11.9). */
class MaskedTests {

	@ParameterizedTest
	@CsvSource({ "pm_card_visa, ****", "use pm_1Nabc9 now, use **** now", "card_1NvT2a, ****", "card_token, card_token",
			"sk_live_abc, ****", "4111111111111111, ****", "378282246310005., ****.",
			"4111 1111 1111 1111 or 1, **** or 1", "4111111111111112, 4111111111111112",
			"INV-2026-000001, INV-2026-000001", "DE89370400440532013000, DE89370400440532013000" })
	void masksTokensAndCardNumbersAndNothingElse(String text, String shown) {
		assertThat(Masked.secrets(text)).isEqualTo(shown);
	}

	@Test
	void quotesAShortAndVisibleText() {
		assertThat(Masked.quoted("a\u0000b\u001B[31m")).isEqualTo("'a<U+0000>b<U+001B>[31m'");
		assertThat(Masked.quoted("\uD83D\uDE00".repeat(300))).isEqualTo("'" + "\uD83D\uDE00".repeat(60) + "...'");
	}

	@Test
	void showsNoLongNumberAndNoTokenWhateverIsAroundIt() {
		assertThat(Masked.quoted("41111111111111111.5")).isEqualTo("'****.5'");
		assertThat(Masked.quoted("=1+14111 1111 1111 1111")).isEqualTo("'=1+****'");
		assertThat(Masked.quoted("a4111 1111k1111 1111")).isEqualTo("'a****'");
		assertThat(Masked.quoted("4111-1111-1111-1111118.80")).isEqualTo("'****.80'");
		assertThat(Masked.quoted("13782 822463 10005")).isEqualTo("'****'");
		assertThat(Masked.quoted("undpm_card_visa")).isEqualTo("'und****'");
		assertThat(Masked.quoted("SUB-20260623-000001")).isEqualTo("'SUB-20260623-000001'");
	}

	@Test
	void masksBeforeItCuts() {
		assertThat(Masked.quoted("x".repeat(50) + " 4111111111111111")).doesNotContain("4111");
	}

}
