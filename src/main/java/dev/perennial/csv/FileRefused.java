package dev.perennial.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file in was refused, and changed nothing. */
public class FileRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Path file;

	private final transient List<BadRow> first;

	private final long count;

	private final String all;

	/**
	 * @param file the file
	 * @param first its first bad rows
	 * @param count how many there are
	 * @param all where all of them are
	 */
	public FileRefused(Path file, List<BadRow> first, long count, String all) {
		super("%s refused, nothing of it loaded: %s%s".formatted(file, first.get(0),
				(count > 1) ? "; and %d more, see %s".formatted(count - 1, all) : ""));
		this.file = file;
		this.first = first;
		this.count = count;
		this.all = all;
	}

	public Path file() {
		return this.file;
	}

	/** The first bad rows, at most 20. */
	public List<BadRow> first() {
		return this.first;
	}

	public long count() {
		return this.count;
	}

	/**
	 * Several lines: a bad row each with file, line, column and reason, at most 20, and
	 * where all of them are.
	 */
	public String details() {
		String rows = this.first.stream()
			.map((bad) -> this.file.getFileName() + " " + bad)
			.collect(Collectors.joining(System.lineSeparator()));
		return "%s%n%s: %d bad rows, nothing of it loaded; all of them: %s".formatted(rows, this.file, this.count,
				this.all);
	}

}
