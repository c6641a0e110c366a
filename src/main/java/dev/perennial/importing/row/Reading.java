package dev.perennial.importing.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.perennial.csv.FileIn;
import dev.perennial.csv.FileRefused;
import dev.perennial.csv.Rejected;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row to its end, whatever is wrong with it. */
public final class Reading {

	/** The columns that hold gateway tokens (rules 11.9). */
	private static final Set<String> SECRET = Set.of("card_token");

	private Reading() {
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @param columns its columns
	 * @param reader makes a value of a row, {@code null} only where it refused it
	 * @param good takes each value, but nothing more once a row was refused
	 * @return the SHA-256 of the file
	 * @throws FileRefused if a row was refused; all of them are then named beside the
	 * file
	 */
	public static <T> String read(Path file, List<String> columns, Function<Fields, @Nullable T> reader,
			Consumer<T> good) {
		try (Rejected rejected = new Rejected(file, SECRET)) {
			String sha256 = new FileIn(file, columns).read((row) -> {
				Fields fields = new Fields(row);
				@Nullable T value = reader.apply(fields);
				if (!fields.areGood()) {
					rejected.add(fields.bad(), row);
				}
				else if (value != null && rejected.count() == 0) {
					good.accept(value);
				}
			}, rejected);
			if (rejected.count() > 0) {
				throw rejected.asRefusal();
			}
			return sha256;
		}
	}

}
