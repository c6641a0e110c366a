package dev.perennial.offer;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 2.1, 5.2, 5.6: the net list price of an offer, currency and day. */
class PriceListTests {

	private static final Currency EUR = Currency.getInstance("EUR");

	private final PriceList prices = new PriceList(
			List.of(new Price("SILVER", LocalDate.of(2026, 7, 15), Money.of(149000, "EUR")),
					new Price("SILVER", LocalDate.of(2024, 1, 1), Money.of(145000, "EUR")),
					new Price("SILVER", LocalDate.of(2025, 7, 1), Money.of(139000, "EUR")),
					new Price("SILVER", LocalDate.of(2024, 1, 1), Money.of(235000, "JPY"))));

	@ParameterizedTest
	@CsvSource({ "2024-01-01, 145000", "2025-06-30, 145000", "2025-07-01, 139000", "2026-07-14, 139000",
			"2026-07-15, 149000", "2099-12-31, 149000" })
	void isTheNewestThatHasBegun(LocalDate day, long cents) {
		assertThat(this.prices.netOn("SILVER", EUR, day)).isEqualTo(Money.of(cents, "EUR"));
	}

	@ParameterizedTest
	@CsvSource({ "SILVER, EUR, 2023-12-31", "SILVER, USD, 2026-06-23", "GOLD, EUR, 2026-06-23" })
	void isMissingForAnotherOfferCurrencyOrEarlierDay(String offer, Currency currency, LocalDate day) {
		assertThat(this.prices.find(offer, currency, day)).isEmpty();
		assertThatExceptionOfType(PriceMissing.class).isThrownBy(() -> this.prices.netOn(offer, currency, day))
			.withMessageContaining("PRICE_MISSING")
			.withMessageContaining(offer)
			.withMessageContaining(currency.getCurrencyCode())
			.withMessageContaining(day.toString());
	}

	@Test
	void refusesTwoPricesThatBeginOnOneDay() {
		Price price = new Price("GOLD", LocalDate.of(2024, 1, 1), Money.of(320000, "EUR"));
		assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(List.of(price, price)));
	}

	@ParameterizedTest
	@CsvSource({ "0, EUR", "-1, EUR", "142505, KWD" })
	void refusesAPriceThatCannotBeCharged(long units, String currency) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Price("GOLD", LocalDate.of(2024, 1, 1), Money.of(units, currency)));
	}

}
