package dev.perennial.importing;

import java.util.List;
import java.util.stream.Collectors;

import dev.perennial.csv.FileRefused;

/** Some of the files that were delivered together were refused. */
public class FilesRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FileRefused> files;

	public FilesRefused(List<FileRefused> files) {
		super(files.stream().map(FileRefused::getMessage).collect(Collectors.joining("; ")), files.get(0));
		this.files = List.copyOf(files);
	}

	public List<FileRefused> files() {
		return this.files;
	}

	/** A line for each of the first bad rows of each file. */
	public String details() {
		return this.files.stream().map(FileRefused::details).collect(Collectors.joining(System.lineSeparator()));
	}

}
