package dev.perennial.nights;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

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

	static List<List<String>> parse(Reader reader) throws IOException {
		return FORMAT.parse(reader).stream().map(CSVRecord::toList).toList();
	}

}
