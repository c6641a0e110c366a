package dev.perennial.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A table written by hand: cells between bars, lines that begin with # are comments. */
final class TextTable {

	private TextTable() {
	}

	/**
	 * The lines of a table beside this class.
	 * @param name the name of the file
	 * @param columns how many cells a line has; cells that a line leaves out are empty
	 */
	static List<List<String>> read(String name, int columns) {
		try (InputStream in = TextTable.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("%s is not beside %s".formatted(name, TextTable.class));
			}
			return new String(in.readAllBytes(), UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> cells(name, line, columns))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(String name, String line, int columns) {
		String[] cells = line.split("\\|", -1);
		if (cells.length > columns) {
			throw new IllegalStateException(
					"%s: %d cells instead of %d in: %s".formatted(name, cells.length, columns, line));
		}
		String[] all = Arrays.copyOf(cells, columns);
		return Arrays.stream(all).map((cell) -> (cell != null) ? cell.strip() : "").toList();
	}

}
