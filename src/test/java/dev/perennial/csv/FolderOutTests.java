package dev.perennial.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.perennial.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Rules 9.5 and 9.6: a folder is complete or not there, and never another one. */
class FolderOutTests {

	private static final List<String> COLUMNS = List.of("number", "partner", "gross", "currency");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path outbox;

	@Test
	void writesRfc4180WithTheHeaderAlways() throws IOException {
		write(List.of(invoices("1|Foo, \"Bar\" |1.00|EUR", "2|=1+1|2.00|EUR"), empty("windows.csv")));
		assertThat(day("invoices.csv"))
			.hasBinaryContent("number,partner,gross,currency\r\n1,\"Foo, \"\"Bar\"\" \",1.00,EUR\r\n2,=1+1,2.00,EUR\r\n"
				.getBytes(StandardCharsets.UTF_8));
		assertThat(day("windows.csv")).hasBinaryContent("id,on\r\n".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void countsAndSumsInTheManifest() throws IOException {
		write(List.of(invoices("1|A|118.80|EUR", "2|B|-0.05|EUR", "3|名|15000|JPY"), empty("windows.csv")));
		assertThat(day("manifest.json")).content()
			.contains("\"folder\": \"2026-06-23\"")
			.contains(
					"\"name\": \"invoices.csv\",\n      \"rows\": 3,\n      \"sums\": {\"EUR\": \"118.75\", \"JPY\": \"15000\"}")
			.contains("\"name\": \"windows.csv\",\n      \"rows\": 0,\n      \"sums\": {}")
			.contains("\"sha256\": \"" + new FileIn(day("invoices.csv"), COLUMNS).sha256() + "\"");
		assertThat(day(".ok")).hasContent(new FileIn(day("manifest.json"), COLUMNS).sha256() + "  manifest.json");
	}

	@Test
	void leavesWhatIsThereWhenTheBytesAreTheSame() throws IOException {
		Sheet sheet = invoices("1|A|1.00|EUR");
		List<Written> first = write(List.of(sheet));
		Object written = Files.getLastModifiedTime(day(".ok"));
		assertThat(write(List.of(sheet))).isEqualTo(first);
		assertThat(Files.getLastModifiedTime(day(".ok"))).isEqualTo(written);
		assertThat(this.outbox.resolve("2026-06-23.part")).doesNotExist();
	}

	@Test
	void neverRewritesWithOtherContent() throws IOException {
		write(List.of(invoices("1|A|1.00|EUR")));
		assertThatExceptionOfType(FolderDiffers.class).isThrownBy(() -> write(List.of(invoices("1|A|2.00|EUR"))))
			.withMessageContaining("2026-06-23/invoices.csv was delivered with other content");
		assertThat(day("invoices.csv")).content().contains("1.00");
	}

	@Test
	void saysWhichFileIsMissingFromADeliveredFolder() throws IOException {
		Sheet sheet = invoices("1|A|1.00|EUR");
		write(List.of(sheet));
		Files.delete(day(".ok"));
		assertThatExceptionOfType(FolderDiffers.class).isThrownBy(() -> write(List.of(sheet)))
			.withMessageContaining(".ok is missing");
	}

	@Test
	void beginsAgainAfterAKilledRun() throws IOException {
		Path part = Files.createDirectories(this.outbox.resolve("2026-06-23.part"));
		Files.writeString(part.resolve("invoices.csv"), "half");
		Files.writeString(part.resolve("stale.csv"), "old");
		new FolderOut(this.outbox, "2026-06-23", new Moves()).sweep();
		write(List.of(invoices("1|A|1.00|EUR")));
		try (Stream<Path> files = Files.list(this.outbox.resolve("2026-06-23"))) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("invoices.csv",
					"manifest.json", ".ok");
		}
		assertThat(part).doesNotExist();
	}

	/** Frozen when all was written, until another process had taken over and begun. */
	@Test
	void publishesNothingThatAnotherHasBegun() {
		Sheet half = new Sheet("invoices.csv", COLUMNS, () -> Stream.generate(() -> {
			throw new IllegalStateException("killed");
		}), (row) -> Money.of(0, "EUR"));
		Moves frozen = new Moves() {
			@Override
			void flush(Path folder) {
				new FolderOut(FolderOutTests.this.outbox, "2026-06-23", new Moves()).sweep();
				assertThatIllegalStateException().isThrownBy(() -> write(List.of(half)));
			}
		};
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(
				() -> new FolderOut(this.outbox, "2026-06-23", frozen).write(List.of(invoices("1|A|1.00|EUR"))));
		assertThat(this.outbox.resolve("2026-06-23")).doesNotExist();
	}

	/** Frozen behind its rename, until another process had taken over and begun. */
	@Test
	void removesNothingThatAnotherHasBegun() throws IOException {
		Path begun = this.outbox.resolve("2026-06-23.part").resolve("another");
		Moves frozen = new Moves() {
			@Override
			public void move(Path from, Path to) throws IOException {
				super.move(from, to);
				Files.createDirectories(begun);
			}
		};
		new FolderOut(this.outbox, "2026-06-23", frozen).write(List.of(invoices("1|A|1.00|EUR")));
		assertThat(begun).exists();
	}

	@Test
	void showsNothingUnderTheFinalNameWhenTheRenameFails() {
		Moves failing = new Moves() {
			@Override
			public void move(Path from, Path to) throws IOException {
				throw new IOException("no space left on device");
			}
		};
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(
					() -> new FolderOut(this.outbox, "2026-06-23", failing).write(List.of(invoices("1|A|1.00|EUR"))))
			.withMessageContaining("2026-06-23");
		assertThat(this.outbox.resolve("2026-06-23")).doesNotExist();
	}

	@Test
	void deliversNothingWhenTheDiskGivesBackOtherSums() {
		List<Money> amounts = new ArrayList<>(List.of(Money.of(100, "EUR"), Money.of(10, "EUR")));
		Sheet sheet = new Sheet("x.csv", List.of("id"), () -> Stream.of(List.of("1")), (row) -> amounts.remove(0));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> write(List.of(sheet)))
			.withStackTraceContaining("x.csv reads back as");
		assertThat(this.outbox.resolve("2026-06-23")).doesNotExist();
	}

	@Test
	void neutralisesForASpreadsheetOnly() {
		assertThat(Stream.of("=A", "+A", "-1.00", "@A", "\tA", "\rA", "A=", "").map(Profile.SPREADSHEET::cell))
			.containsExactly("'=A", "'+A", "'-1.00", "'@A", "'\tA", "'\rA", "A=", "");
		assertThat(Stream.of("=A", "\tA").map(Profile.MACHINE::cell)).containsExactly("=A", "\tA");
	}

	@Test
	void refusesARowThatDoesNotFitItsColumns() {
		assertThatIllegalStateException().isThrownBy(() -> write(List.of(invoices("1|A|1.00"))));
		assertThatIllegalArgumentException().isThrownBy(() -> empty("../windows.csv"));
	}

	@Test
	void refusesTextThatUtf8CannotHold() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> write(List.of(invoices("1|\uD800|1.00|EUR"))));
	}

	@Test
	void asksForRowsOneByOne() throws IOException {
		Sheet sheet = new Sheet("invoices.csv", COLUMNS,
				() -> IntStream.range(0, 5_000).mapToObj((i) -> List.of("" + i, "A", "1.00", "EUR")),
				FolderOutTests::gross);
		List<Written> written = write(List.of(sheet));
		assertThat(written.get(0).rows()).isEqualTo(5_000);
		assertThat(written.get(0).sums()).containsEntry("EUR", Money.of(500_000, "EUR"));
	}

	private List<Written> write(List<Sheet> sheets) {
		return new FolderOut(this.outbox, "2026-06-23", new Moves()).write(sheets);
	}

	private Path day(String name) {
		return this.outbox.resolve("2026-06-23").resolve(name);
	}

	private static Sheet invoices(String... rows) {
		return new Sheet("invoices.csv", COLUMNS, () -> Stream.of(rows).map((row) -> List.of(row.split("\\|"))),
				FolderOutTests::gross);
	}

	private static Sheet empty(String name) {
		return Sheet.of(name, List.of("id", "on"), Stream::empty);
	}

	private static Money gross(Row row) {
		Money unit = Money.of(0, row.get("currency"));
		return Money.parse(row.get("gross"), unit.currency());
	}

}
