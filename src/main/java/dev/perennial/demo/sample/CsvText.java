package dev.perennial.demo.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files in of the contract, value by value as they are. */
final class CsvText {

	private CsvText() {
	}

	/**
	 * Writes a file with a header, and the folders above it.
	 * @param file where to
	 * @param header the columns, separated by commas
	 * @param rows the values of each row in the order of the header
	 */
	static void write(Path file, String header, Stream<List<String>> rows) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write(header + "\n");
			Iterator<List<String>> all = rows.iterator();
			while (all.hasNext()) {
				write(out, all.next());
			}
		}
	}

	private static void write(Writer out, List<String> row) throws IOException {
		out.write(row.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\n")));
	}

	private static String cell(String value) {
		if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
			throw new IllegalArgumentException("a line break in: " + value);
		}
		return value.matches(".*[\",].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
	}

}
