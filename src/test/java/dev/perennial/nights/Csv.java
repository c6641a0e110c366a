package dev.perennial.nights;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Tables out of CSV files, the header left out. */
final class Csv {

	/** By the text of the whole row. */
	static final Comparator<List<String>> ORDER = Comparator.comparing(List::toString);

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setTrim(true)
		.get();

	private Csv() {
	}

	static List<List<String>> read(Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			return parse(reader);
		}
	}

	/** The rows of each file of a folder. */
	static Map<String, List<List<String>>> folder(Path folder) throws IOException {
		Map<String, List<List<String>>> files = new TreeMap<>();
		try (Stream<Path> paths = Files.list(folder)) {
			for (Path file : paths.filter((path) -> path.toString().endsWith(".csv")).toList()) {
				files.put(String.valueOf(file.getFileName()), read(file));
			}
		}
		return files;
	}

	static List<List<String>> parse(Reader reader) throws IOException {
		return FORMAT.parse(reader).stream().map(CSVRecord::toList).toList();
	}

}
