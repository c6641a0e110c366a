package dev.perennial.mail;

import java.net.IDN;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
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

	/**
	 * A domain in ASCII goes over the wire as all of IDNA would have it, or not at all.
	 */
	@Test
	void takesADomainAsIdnaDoes() {
		String letters = "abcXYZ019-----éЖ。@ \u0000\u007F";
		Random random = new Random(7);
		Set<String> taken = new HashSet<>();
		for (int i = 0; i < 20_000; i++) {
			int odd = random.nextInt(letters.length());
			String domain = IntStream.range(0, 2 + random.nextInt(3))
				.mapToObj((label) -> random
					.ints(random.nextInt((label == 0) ? 66 : 5), 0, 10 + random.nextInt(1 + odd / 2))
					.mapToObj((at) -> letters.substring(at, at + 1))
					.collect(Collectors.joining("", (odd == 3) ? "xn--" : "", "")))
				.collect(Collectors.joining("."));
			String address = MailAddress.inAscii("anna@" + domain);
			assertThat(address).as(domain).isEqualTo(byIdna(domain));
			if (address != null) {
				taken.add(address);
			}
		}
		assertThat(taken).hasSizeGreaterThan(1_000);
	}

	private static @Nullable String byIdna(String domain) {
		try {
			String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
			boolean dotted = ascii.matches(
					"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+" + "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
			return dotted ? "anna@" + ascii : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
