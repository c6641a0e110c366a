package dev.perennial.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.perennial.csv.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.perennial.importing.row.GeneratedValues;
import dev.perennial.importing.row.Reading;

/** Whatever a file holds, it is read or refused: nothing else ever comes of it. */
class GeneratedFilesTests {

	private static final long SEED = 20260623;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aFileIsReadOrRefused() throws Exception {
		Random random = new Random(SEED);
		Known known = new Known(LocalDate.of(2026, 6, 1), Set.of("gold"), Set.of("P1"), Set.of());
		for (int i = 0; i < 150; i++) {
			Path file = this.folder.resolve("subscriptions.csv");
			Files.write(file, bytes(random));
			assertThatCode(() -> {
				try {
					Reading.read(file, SubscriptionFile.COLUMNS, new SubscriptionFile(known)::read, (value) -> {
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
		String header = (random.nextInt(10) > 0) ? String.join(",", SubscriptionFile.COLUMNS)
				: GeneratedValues.value(random);
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
			cells.set(random.nextInt(cells.size()), GeneratedValues.value(random));
		}
		return String.join(",", cells);
	}

}
