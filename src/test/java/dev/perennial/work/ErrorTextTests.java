package dev.perennial.work;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules 11.9: an error is one line, and no secret. */
class ErrorTextTests {

	@ParameterizedTest
	@CsvSource({ "pm_card_visa is unknown, *** is unknown", "key sk_live_51Hx refused, key *** refused",
			"card 4242424242424242, card ***", "card 4242-4242-4242-4242!, card ***!",
			"card_1NvT2a refused, *** refused",
			"'expected the header payment_method,card_token,card_expires', 'expected the header payment_method,card_token,card_expires'",
			"order S-1-20260623-1 of 118.80 EUR, order S-1-20260623-1 of 118.80 EUR",
			"batch_item of step 4711, batch_item of step 4711" })
	void neverShowsATokenOrACardNumber(String text, String shown) {
		assertThat(ErrorText.line(text)).isEqualTo(shown);
	}

	@Test
	void isOneLineOfBoundedLength() {
		assertThat(ErrorText.line(" a\r\n\tb  c ")).isEqualTo("a b c");
		assertThat(ErrorText.line("x".repeat(2000))).hasSize(1000);
	}

	@Test
	void namesTheFailureAndWhatItsFirstCauseSays() {
		assertThat(ErrorText.of(new DuplicateKeyException("a statement with values",
				new SQLException("Duplicate entry for key 'one_live'"))))
			.isEqualTo("DuplicateKeyException: Duplicate entry for key 'one_live'");
		assertThat(ErrorText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
	}

}
