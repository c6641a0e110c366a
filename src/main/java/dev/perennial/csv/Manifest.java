package dev.perennial.csv;

import java.util.List;
import java.util.stream.Collectors;

/** The control totals of a folder out, as JSON in which only digits can differ. */
final class Manifest {

	static final String NAME = "manifest.json";

	private Manifest() {
	}

	static String of(String folder, List<Written> files) {
		String entries = files.stream().map(Manifest::entry).collect(Collectors.joining(",\n"));
		return """
				{
				  "folder": "%s",
				  "files": [
				%s
				  ]
				}
				""".formatted(folder, entries);
	}

	private static String entry(Written file) {
		String sums = file.sums()
			.entrySet()
			.stream()
			.map((sum) -> "\"%s\": \"%s\"".formatted(sum.getKey(), sum.getValue().digits()))
			.collect(Collectors.joining(", ", "{", "}"));
		return """
				{
				  "name": "%s",
				  "rows": %d,
				  "sums": %s,
				  "sha256": "%s"
				}""".formatted(file.name(), file.rows(), sums, file.sha256()).indent(4).stripTrailing();
	}

}
