package dev.perennial.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.csv.FileRefused;
import dev.perennial.subscription.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

/** Whatever stands in a file, it is read or refused: nothing else ever comes of it. */
class GeneratedValuesTests {

	private static final long SEED = 20260623;

	private static final int VALUES = 2_000;

	/** What no text that is shown may hold. */
	private static final Pattern UNFIT = Pattern.compile("pm_card_visa|4111111111111111|\\p{Cc}");

	private static final Currency EUR = Currency.getInstance("EUR");

	private static final Map<String, Consumer<String>> READERS = Map.ofEntries(Map.entry("id", Values::id),
			Map.entry("text", (value) -> Values.text(value, 20)), Map.entry("email", Values::email),
			Map.entry("country", Values::country), Map.entry("currency", Values::currency),
			Map.entry("locale", Values::locale), Map.entry("vat id", Values::vatId), Map.entry("date", Values::date),
			Map.entry("month", Values::lastDayOfMonth), Map.entry("amount", (value) -> Values.amount(value, EUR)),
			Map.entry("token", Values::token),
			Map.entry("word", (value) -> Words.word(value, PaymentMethod.class, true)),
			Map.entry("either", (value) -> Words.either(value, "on", "off")));

	private static final List<String> PIECES = List.of("", "2026-02-29", "2026-13-01", "99999-01-01", "0000-00-00",
			"-2026-01-01", "118.80", "1e9", "NaN", "-", ".", "0x10", "999999999999999.99", "EUR", "XXX", "DE", "de_AT",
			"und", "x-", "i-klingon", "@", "a@b", "pm_card_visa", "4111111111111111", "on", "card", "\u0000", "\n",
			"\r", "\t", "\u001B[2J", "\u202E", "\u2028", "\uFFFD", "\uFEFF", "\uD83D\uDE00", "名前", "Ж", "e\u0301", "%s",
			"%n", "${x}", "'; DROP TABLE partner; --", "<b>", "\"", "\\", ",", " ", "=1+1", "٣", "A".repeat(300));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	static Stream<String> readers() {
		return READERS.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("readers")
	void aReaderTakesOrRefusesAValue(String name) {
		Consumer<String> reader = READERS.getOrDefault(name, (value) -> fail("no reader " + name));
		Random random = new Random(SEED);
		for (int i = 0; i < VALUES; i++) {
			String value = value(random);
			try {
				reader.accept(value);
			}
			catch (BadValue refusal) {
				String message = String.valueOf(refusal.getMessage());
				if (message.length() > 500 || UNFIT.matcher(message).find()) {
					fail("%s of seed %d, value %d: %s", name, SEED, i, message);
				}
			}
		}
	}

	@Test
	void aFileIsReadOrRefused() throws Exception {
		Random random = new Random(SEED);
		Known known = new Known(LocalDate.of(2026, 6, 1), Set.of("gold"), Set.of("P1"), Set.of());
		for (int i = 0; i < 150; i++) {
			Path file = this.folder.resolve("subscriptions.csv");
			Files.write(file, bytes(random));
			assertThatCode(() -> {
				try {
					Reading.read(file, SubscriptionFile.COLUMNS, new SubscriptionFile(known)::read, (line, value) -> {
					});
				}
				catch (FileRefused refusal) {
					assertThat(refusal.details()).doesNotContain("pm_card_visa", "4111111111111111");
					assertThat(Files.readString(this.folder.resolve("subscriptions.rejected.csv")))
						.doesNotContain("pm_card_visa", "4111111111111111");
				}
			}).as("seed %d, file %d", SEED, i).doesNotThrowAnyException();
		}
	}

	private static byte[] bytes(Random random) {
		String header = (random.nextInt(10) > 0) ? String.join(",", SubscriptionFile.COLUMNS) : value(random);
		String rows = Stream.generate(() -> row(random)).limit(random.nextInt(5)).collect(Collectors.joining("\n"));
		byte[] bytes = (header + "\n" + rows).getBytes(StandardCharsets.UTF_8);
		for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return bytes;
	}

	private static String row(Random random) {
		List<String> cells = new ArrayList<>(List.of("S" + random.nextInt(3), "P1", "gold", "EUR", "2025-06-23",
				"2025-06-23", "2026-06-22", "on", "card", "pm_card_visa", "2027-01", ""));
		for (int i = random.nextInt(3); i > 0; i--) {
			cells.set(random.nextInt(cells.size()), value(random));
		}
		return String.join(",", cells);
	}

	private static String value(Random random) {
		return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
			.limit(1 + random.nextInt(3))
			.collect(Collectors.joining());
	}

}
