package dev.perennial.offer;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 2.1 and 8.6: names by language, English where there is none. */
class OfferTests {

	private static final OfferPolicies POLICIES = new OfferPolicies(RenewalAnchor.ORDER_DATE, false, true, true);

	@ParameterizedTest
	@CsvSource({ "ru, Золото", "ru-RU, Золото", "RU_ru, Золото", "en, Gold", "ja, Gold", "'', Gold" })
	void isNamedInThePartnersLanguageOrInEnglish(String locale, String name) {
		assertThat(new Offer("GOLD", Map.of("en", "Gold", "ru", "Золото"), POLICIES).nameIn(locale)).isEqualTo(name);
	}

	@Test
	void needsAnEnglishName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Offer("GOLD", Map.of("ru", "Золото"), POLICIES))
			.withMessageContaining("English");
	}

}
