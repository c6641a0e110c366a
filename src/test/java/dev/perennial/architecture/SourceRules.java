package dev.perennial.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is read from the text of the sources, since no class file tells it. */
public final class SourceRules {

	private static final int LINES = 200;

	private SourceRules() {
	}

	/** Files of more than 200 lines that nobody argued for. */
	public static List<String> longFiles(Path sources, Map<String, String> argued) {
		return javaFiles(sources).stream()
			.filter((file) -> !argued.containsKey(file.getFileName().toString()))
			.filter((file) -> lines(file) > LINES)
			.map((file) -> "%s has %d lines: split it by meaning, or argue for it".formatted(sources.relativize(file),
					lines(file)))
			.toList();
	}

	/** Packages that say neither what they are for nor that nothing in them is null. */
	public static List<String> undescribedPackages(Path sources) {
		return javaFiles(sources).stream()
			.map((file) -> file.resolveSibling("package-info.java"))
			.distinct()
			.filter((file) -> !Files.exists(file) || !isDescription(read(file)))
			.map((file) -> "%s: expected @NullMarked, and what comes in, what goes out, why twice is safe"
				.formatted(sources.relativize(file)))
			.toList();
	}

	private static boolean isDescription(String text) {
		return text.contains("@NullMarked") && text.contains("/**");
	}

	/**
	 * Statements that one of the two servers does not know, or that lose or lock rows.
	 */
	public static List<String> wrongSql(Path sources) {
		return files(sources, ".java", ".sql").stream()
			.flatMap((file) -> SqlText.complaints(file.getFileName().toString(), read(file)).stream())
			.toList();
	}

	/** Checks of the schema that the database would name, as nobody understands it. */
	public static List<String> namelessChecks(Path sources) {
		List<String> nameless = new ArrayList<>();
		for (Path file : files(sources, ".sql")) {
			List<String> lines = read(file).lines().toList();
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).contains("CHECK (") && !lines.get(i).matches(".*CONSTRAINT [a-z_]+ CHECK \\(.*")) {
					nameless.add("%s line %d".formatted(file.getFileName(), i + 1));
				}
			}
		}
		return nameless;
	}

	private static List<Path> javaFiles(Path sources) {
		return files(sources, ".java");
	}

	private static List<Path> files(Path sources, String... endings) {
		try (Stream<Path> files = Files.walk(sources)) {
			return files.filter((file) -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long lines(Path file) {
		return read(file).lines().count();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
