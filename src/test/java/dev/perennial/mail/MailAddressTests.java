package dev.perennial.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "anna@example.com", "a.b+c@mail.example.co.uk", "o'neill@example.ie", "x@почта.рф",
			"x@xn--80a1acny.xn--p1ai", "x_1@müller.example" })
	void takesAPlainMailbox(String address) {
		assertThat(MailAddress.isUsable(address)).isTrue();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "anna", "anna@", "@example.com", "anna@example", "anna@@example.com",
			"anna@example.com ", "anna@exa mple.com", "Anna <anna@example.com>", "<anna@example.com>",
			"anna@example.com>", "a@example.com,b@example.com", "\"anna b\"@example.com", "anna@[127.0.0.1]",
			"anna@127.0.0.1", ".anna@example.com", "anna.@example.com", "an..na@example.com", "анна@example.com",
			"anna@example.com\r\nRCPT TO:<b@example.com>", "anna\n@example.com", "anna@exa\u0000mple.com",
			"anna@-example.com", "anna@example..com", "anna(comment)@example.com", "a:b@example.com;",
			"anna@example.com\u2028" })
	void refusesEverythingElse(String address) {
		assertThat(MailAddress.isUsable(address)).isFalse();
	}

	@Test
	void refusesWhatIsLongerThanSmtpCarries() {
		assertThat(MailAddress.isUsable("a".repeat(64) + "@example.com")).isTrue();
		assertThat(MailAddress.isUsable("a".repeat(65) + "@example.com")).isFalse();
		assertThat(MailAddress.isUsable("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".com")).isFalse();
	}

}
