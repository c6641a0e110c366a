package dev.perennial.importing.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.perennial.csv.FileRefused;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may come of a file, whatever it holds: it is read, or it is refused with what is
 * wrong in words that are fit to be shown.
 *
 * @param folder where files are written
 * @param files the files
 */
public record ReadOrRefused(Path folder, GeneratedFiles files) {

	/**
	 * Tries so many files.
	 * @param reader makes the reader of one file
	 * @return how many were read
	 */
	public <T> int of(int cases, Supplier<Function<Fields, @Nullable T>> reader) throws IOException {
		System.out.println(cases + " files, " + this.files.name(0));
		int read = 0;
		for (int number = 0; number < cases; number++) {
			read += isRead(number, reader.get()) ? 1 : 0;
		}
		// Else the generator tries nothing behind the header, or nothing at all
		assertThat(read).as("read of %d", cases).isBetween(cases / 50, cases - cases / 4);
		return read;
	}

	private <T> boolean isRead(int number, Function<Fields, @Nullable T> reader) throws IOException {
		Path file = this.folder.resolve("x.csv");
		Path rejected = this.folder.resolve("x.rejected.csv");
		this.files.write(number, file);
		List<T> rows = new ArrayList<>();
		try {
			Reading.read(file, this.files.columns(), reader, rows::add);
			assertThat(rejected).as(this.files.name(number)).doesNotExist();
			assertThat(rows).as(this.files.name(number)).hasSize(Math.toIntExact(GeneratedFiles.rows(file)));
			rows.forEach((row) -> assertThat(String.valueOf(row)).as(this.files.name(number))
				.doesNotContainPattern("[\\p{Cc}\u2028\u2029]"));
			return true;
		}
		catch (FileRefused refusal) {
			assertShowable(number, refusal.details().lines().toList());
			assertShowable(number, List.of(String.valueOf(refusal.getMessage())));
			assertShowable(number, List.of(Files.readString(rejected).split("\r\n")));
			return false;
		}
		catch (RuntimeException ex) {
			throw new AssertionError(this.files.name(number), ex);
		}
	}

	private void assertShowable(int number, List<String> lines) {
		assertThat(lines).as(this.files.name(number)).isNotEmpty().allSatisfy((line) -> {
			assertThat(line).doesNotContainPattern(GeneratedValues.UNFIT);
			assertThat(line).doesNotContain("Exception", "java.lang", "\tat ");
			// Cells that a spreadsheet would run: at the beginning of a line or behind a
			// comma
			assertThat(line).doesNotContainPattern("(?:^|,)\"[=+@-]");
		});
	}

}
