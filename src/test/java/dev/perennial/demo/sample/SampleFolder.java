package dev.perennial.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the files of a sample as the contract describes them, sharing nothing with their
 * writer.
 */
record SampleFolder(Path folder) {

	private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

	/** The rows of a file by column. */
	List<Row> rows(String file) {
		List<String> lines = lines(this.folder.resolve(file));
		List<String> header = cells(lines.get(0));
		List<Row> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			List<String> cells = cells(line);
			if (cells.size() != header.size()) {
				throw new AssertionError("%s: %d cells in: %s".formatted(file, cells.size(), line));
			}
			Map<String, String> row = new HashMap<>();
			header.forEach((column) -> row.put(column, cells.get(header.indexOf(column))));
			rows.add(new Row(row));
		}
		return rows;
	}

	/** The names of all files, with the folders they are in. */
	List<String> files() {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> this.folder.relativize(file).toString().replace('\\', '/'))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The rows of all files whose name matches. */
	List<Row> rowsOfAll(String name) {
		return files().stream().filter((file) -> file.matches(name)).flatMap((file) -> rows(file).stream()).toList();
	}

	/** A row by column. */
	record Row(Map<String, String> cells) {

		String get(String column) {
			return Objects.requireNonNull(this.cells.get(column), column);
		}

	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		Matcher cell = CELL.matcher(line);
		int at = 0;
		while (at <= line.length() && cell.find(at)) {
			cells.add((cell.group(1) != null) ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
			if (cell.end() == line.length() && !line.endsWith(",")) {
				break;
			}
			at = (cell.end() == at) ? at + 1 : cell.end();
		}
		return cells;
	}

}
