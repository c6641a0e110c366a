package dev.perennial.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** CSV files in and out, by plain means. */
final class Tables {

	private Tables() {
	}

	/** The rows of a file by column, blanks dropped; none when there is no file. */
	static List<Map<String, String>> read(Path file) {
		return Files.exists(file) ? parse(content(file)) : List.of();
	}

	static List<Map<String, String>> parse(String text) {
		List<List<String>> cells = cells(text.replace("\uFEFF", "").replace("\r\n", "\n"));
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> line : cells.subList(1, cells.size())) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 0; column < line.size(); column++) {
				row.put(cells.get(0).get(column), line.get(column).strip());
			}
			rows.add(row);
		}
		return rows;
	}

	private static List<List<String>> cells(String text) {
		List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		char before = '\n';
		for (char character : text.toCharArray()) {
			if (character == '"') {
				// a doubled quote inside quotes closes and opens again
				quoted = !quoted;
				cell.append((quoted && before == '"') ? "\"" : "");
			}
			else if (quoted || (character != ',' && character != '\n')) {
				cell.append(character);
			}
			else {
				line.add(cell.toString());
				cell.setLength(0);
				if (character == '\n') {
					lines.add(line);
					line = new ArrayList<>();
				}
			}
			before = character;
		}
		return lines;
	}

	/** Two files with the same header as one. */
	static String joined(String one, String other) {
		return one + other.substring(other.indexOf('\n') + 1);
	}

	static String text(List<String> header, List<? extends List<String>> rows) {
		return line(header) + rows.stream().map(Tables::line).collect(Collectors.joining());
	}

	private static String line(List<String> cells) {
		return cells.stream().map(Tables::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		boolean plain = text.chars().noneMatch((character) -> "\",\r\n".indexOf(character) >= 0);
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

	static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(Path file, String text) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
