package dev.perennial.importing.row;

import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.perennial.subscription.PaymentMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.fail;

/** Whatever stands in a file, it is read or refused: nothing else ever comes of it. */
class GeneratedValuesTests {

	private static final long SEED = 20260623;

	private static final int VALUES = 2_000;

	private static final Currency EUR = Currency.getInstance("EUR");

	private static final Map<String, Consumer<String>> READERS = Map.ofEntries(Map.entry("id", Values::id),
			Map.entry("text", (value) -> Values.text(value, 20)), Map.entry("email", Values::email),
			Map.entry("country", Values::country), Map.entry("currency", Values::currency),
			Map.entry("locale", Values::locale), Map.entry("vat id", Values::vatId), Map.entry("date", Values::date),
			Map.entry("month", Values::lastDayOfMonth), Map.entry("amount", (value) -> Values.amount(value, EUR)),
			Map.entry("token", Values::token),
			Map.entry("word", (value) -> Words.word(value, PaymentMethod.class, true)),
			Map.entry("either", (value) -> Words.either(value, "on", "off")));

	static Stream<String> readers() {
		return READERS.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("readers")
	void aReaderTakesOrRefusesAValue(String name) {
		Consumer<String> reader = READERS.getOrDefault(name, (value) -> fail("no reader " + name));
		Random random = new Random(SEED);
		for (int i = 0; i < VALUES; i++) {
			String value = GeneratedValues.value(random);
			try {
				reader.accept(value);
			}
			catch (BadValue refusal) {
				String message = String.valueOf(refusal.getMessage());
				if (message.length() > 500 || GeneratedValues.UNFIT.matcher(message).find()) {
					fail("%s of seed %d, value %d: %s", name, SEED, i, message);
				}
			}
		}
	}

}
