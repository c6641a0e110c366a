package dev.perennial.mail.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import dev.perennial.mail.text.MailFacts.Method;
import dev.perennial.mail.text.MailFacts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Both languages say everything.
 */
class SentencesTests {

	private static final MailText TEXTS = new MailText();

	/** The codes of rules 8.1. */
	private static final Set<String> CODES = Set.of("RENEWAL_NOTICE", "RENEWAL_NOTICE_LATE", "PRICE_CHANGE",
			"RENEWAL_REMINDER", "CARD_EXPIRES", "EXPIRY_NOTICE", "EXPIRY_NOTICE_2", "EXPIRY_NOTICE_3", "WINDOW_OPEN",
			"WINDOW_HALF", "WINDOW_LAST", "RENEWED", "PAYMENT_DUE", "PAYMENT_FAILED", "LAPSED", "ORDER_EXPIRED",
			"AUTO_RENEW_OFF", "REQUEST_STATUS");

	/** The states of rules 10.1, and of a request that was refused. */
	private static final Set<String> STATES = Set.of("NEW", "OPEN", "WAITING_PARTNER", "RESOLVED", "REJECTED",
			"REFUSED");

	/** Rules 3.4: it is opened as it is filed. */
	private static final Set<String> STATES_OF_SUPPORT = Set.of("OPEN", "WAITING_PARTNER", "RESOLVED", "REJECTED");

	/** The reasons of requests.csv in the contract. */
	private static final Set<String> REASONS = Set.of("UNKNOWN_SUBSCRIPTION", "UNKNOWN_PARTNER", "WRONG_PARTNER",
			"UNKNOWN_OFFER", "METHOD_MISSING", "NOT_ACTIVE", "WINDOW_CLOSED", "TOO_EARLY", "CANCEL_REQUEST_OPEN",
			"AUTO_RENEW_OFF", "OFFER_CHANGE", "TRANSFER_CONTACT_MISSING");

	/** The request types of the contract, and the support request of rules 3.4. */
	private static final Set<String> TYPES = Set.of("PURCHASE", "RENEW", "AUTO_RENEW_OFF", "CANCEL", "PAYMENT_METHOD",
			"PROOF_OF_PAYMENT", "LATE_OFF");

	private static Properties bundle(String language) throws IOException {
		Properties bundle = new Properties();
		try (Reader in = new InputStreamReader(
				Objects.requireNonNull(
						SentencesTests.class.getResourceAsStream("/mail/letters_" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			bundle.load(in);
		}
		return bundle;
	}

	@Test
	void bothLanguagesHaveTheSameSentencesWithTheSameFacts() throws IOException {
		Properties english = bundle("en");
		Properties russian = bundle("ru");
		assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		for (String key : english.stringPropertyNames()) {
			assertThat(places(russian, key)).as(key).isEqualTo(places(english, key));
			assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
			assertThat(russian.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
		}
	}

	private static List<Integer> places(Properties bundle, String key) {
		String sentence = bundle.getProperty(key);
		assertThat(new MessageFormat(sentence).toPattern()).isEqualTo(sentence);
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			if (sentence.contains("{" + i + "}")) {
				places.add(i);
			}
		}
		return places;
	}

	/**
	 * The sentences are written for the formats of Java, whose reading is the measure.
	 */
	@ParameterizedTest
	@EnumSource
	void sentencesAreFilledInAsJavaDoes(Language language) throws IOException {
		Properties bundle = bundle(language.locale().getLanguage());
		Object[] facts = { "{1}", "a", "'b'", "$c\\" };
		for (String key : bundle.stringPropertyNames()) {
			assertThat(language.say(key, facts)).as(key)
				.isEqualTo(new MessageFormat(bundle.getProperty(key), language.locale()).format(facts));
		}
	}

	@Test
	void sentenceThatIsMissingIsNoEmptyLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> Language.ENGLISH.say("reason.NO_SUCH"))
			.withMessageContaining("reason.NO_SUCH");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void everyCodeHasSubjectTextAndHtml(String language) {
		assertThat(TEXTS.codes()).isEqualTo(CODES);
		for (String code : CODES) {
			Letter letter = TEXTS.render(code, language, SampleFacts.everything());
			assertThat(letter.subject()).as(code).isNotBlank().doesNotContain("\n");
			assertThat(letter.text()).as(code)
				.contains("Perennial GmbH")
				.doesNotContainPattern("\\{\\d}|null|\\$\\{|\\.\\.");
			assertThat(letter.html()).as(code)
				.contains("<title>", "</html>", "Perennial GmbH")
				.doesNotContainPattern("\\{\\d}|>null<|th:(text|each|if)");
			assertThat(letter.text().matches("(?s).*[а-я].*")).as(code).isEqualTo(language.equals("ru"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void everyStateReasonTypeAndMethodHasWords(String language) {
		for (String type : TYPES) {
			render(language, new Request("R-1", type, "OPEN", null, null));
		}
		for (String state : STATES) {
			render(language, new Request("R-1", "CANCEL", state, null, null));
		}
		for (String state : STATES_OF_SUPPORT) {
			render(language, new Request("R-1", "LATE_OFF", state, null, null));
		}
		for (String reason : REASONS) {
			render(language, new Request("R-1", "RENEW", "REFUSED", reason, null));
		}
		for (Method method : Method.values()) {
			TEXTS.render("RENEWAL_NOTICE", language, SampleFacts.facts(SampleFacts.renewal(method)));
		}
	}

	private static void render(String language, Request request) {
		assertThat(TEXTS.render("REQUEST_STATUS", language, SampleFacts.facts(request)).text()).isNotBlank();
	}

}
