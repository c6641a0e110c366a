package dev.perennial.importing.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.perennial.csv.FileRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For tests of a file of a few rows, which are read, or refused with column and reason.
 */
public abstract class FewRows {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	protected Path folder;

	protected <T> void assertRefused(List<String> columns, Function<Fields, @Nullable T> reader, String row,
			String column, @Nullable String value, String reason) throws IOException {
		List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
		cells.set(columns.indexOf(column), (value != null) ? value : "");
		FileRefused refusal = refusal(columns, reader,
				cells.stream().map((cell) -> '"' + cell + '"').reduce((a, b) -> a + ',' + b).orElseThrow());
		String blamed = reason.contains("no amount") ? "amount"
				: reason.contains("a PURCHASE") ? "subscription_id" : column;
		assertThat(refusal.first()).singleElement().satisfies((bad) -> {
			assertThat(bad.line()).isEqualTo(2);
			assertThat(bad.column()).isEqualTo(blamed);
			assertThat(bad.reason()).contains(reason);
			if (column.equals("card_token") && value != null) {
				assertThat(bad.reason()).doesNotContain(value);
			}
		});
	}

	protected <T> FileRefused refusal(List<String> columns, Function<Fields, @Nullable T> reader, String... rows)
			throws IOException {
		return refusal(file(columns, rows), columns, reader);
	}

	protected static <T> FileRefused refusal(Path file, List<String> columns, Function<Fields, @Nullable T> reader) {
		try {
			Reading.read(file, columns, reader, (value) -> {
			});
		}
		catch (FileRefused ex) {
			return ex;
		}
		throw new AssertionError(file + " was not refused");
	}

	protected <T> List<T> read(List<String> columns, Function<Fields, @Nullable T> reader, String... rows)
			throws IOException {
		List<T> read = new ArrayList<>();
		Reading.read(file(columns, rows), columns, reader, read::add);
		return read;
	}

	protected Path file(List<String> columns, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("x.csv"),
				String.join(",", columns) + "\n" + String.join("\n", rows) + "\n");
	}

}
