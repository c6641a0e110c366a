package dev.perennial.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The statements that a program sent, as they went over the wire, one of each shape: with
 * the same words and other values, or other numbers of them, they have the same.
 */
final class StatementSamples {

	/** The file for them; without it none are kept. */
	private static final String FILE = "perennial.bench.samples";

	private static final @Nullable String KEPT_IN = System.getProperty(FILE);

	private static final Map<String, String> SAMPLES = new ConcurrentHashMap<>();

	private static final String END = "\0";

	private StatementSamples() {
	}

	/** The option of a virtual machine that has them written to a file. */
	static String option(Path file) {
		return "-D%s=%s".formatted(FILE, file);
	}

	static void add(String statement) {
		if (KEPT_IN != null) {
			SAMPLES.putIfAbsent(shape(statement), statement.strip());
		}
	}

	/** Writes them; a statement may have many lines. */
	static void write() {
		if (KEPT_IN != null) {
			try {
				Files.writeString(Path.of(KEPT_IN), String.join(END, new TreeSet<>(SAMPLES.values())));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** What was written. */
	static List<String> read(Path file) throws IOException {
		return List.of(Files.readString(file).split(END));
	}

	static String shape(String statement) {
		return statement.replaceAll("(?s)'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'", "?")
			.replaceAll("\\b\\d+\\b|\\bnull\\b|\\bNULL\\b", "?")
			.replaceAll("\\s+", " ")
			.replace(", ", ",")
			.replaceAll("\\?(?:,\\?)*", "?")
			.replaceAll("\\(\\?\\)(?:,\\(\\?\\))*", "(?)");
	}

}
