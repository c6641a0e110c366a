package dev.perennial.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, in {@code X.rejected.csv} beside {@code X.csv}: each bad row
 * with line, column and reason. It is there when something is wrong, and not there when
 * nothing is. For people, who open it in a spreadsheet: cells are neutralised, secrets
 * masked.
 */
public final class Rejected implements AutoCloseable {

	/** How the name of such a file ends. */
	public static final String SUFFIX = ".rejected.csv";

	/** How many bad rows are kept in memory, to be named at once. */
	private static final int FIRST = 20;

	private final Path file;

	private final Path rejectedFile;

	private final Set<String> secretColumns;

	private final List<BadRow> first = new ArrayList<>();

	private List<String> columns = List.of();

	private long count;

	private @Nullable CSVPrinter printer;

	private @Nullable IOException unwritable;

	/**
	 * @param file the file that is read
	 * @param secretColumns the columns whose values are masked
	 */
	public Rejected(Path file, Set<String> secretColumns) {
		this.file = file;
		String name = file.getFileName().toString();
		this.rejectedFile = file.resolveSibling(name.replaceFirst("\\.csv$", "") + SUFFIX);
		this.secretColumns = Set.copyOf(secretColumns);
	}

	/**
	 * Rejects a row for its content.
	 * @param bad where and why
	 * @param row the row
	 */
	public void add(BadRow bad, Row row) {
		add(bad, row.values(), true);
	}

	void columns(Header header) {
		this.columns = header.columns();
	}

	/**
	 * Rejects what stands where a row should be.
	 * @param separated whether each value stands under its column
	 */
	void add(BadRow bad, List<String> values, boolean separated) {
		this.count++;
		if (this.first.size() < FIRST) {
			this.first.add(bad);
		}
		try {
			write(bad, values, separated);
		}
		catch (IOException ex) {
			this.unwritable = ex;
		}
	}

	private void write(BadRow bad, List<String> values, boolean separated) throws IOException {
		if (this.unwritable != null) {
			return;
		}
		if (this.printer == null) {
			this.printer = open();
		}
		List<String> cells = new ArrayList<>(List.of(String.valueOf(bad.line()), bad.column(), bad.reason()));
		for (int i = 0; i < this.columns.size(); i++) {
			cells.add((i < values.size()) ? shown(i, values.get(i), separated) : "");
		}
		this.printer.printRecord(cells.stream().map(Profile.SPREADSHEET::cell));
	}

	private CSVPrinter open() throws IOException {
		BufferedWriter writer = Files.newBufferedWriter(partFile());
		CSVPrinter opened = new CSVPrinter(writer, CSVFormat.RFC4180);
		opened.printRecord(Stream.concat(Stream.of("line", "column", "reason"), this.columns.stream()));
		return opened;
	}

	/** Where values are not separated, a secret may stand under another name. */
	private String shown(int i, String value, boolean separated) {
		boolean secretElsewhere = !separated && i > 0 && this.columns.stream().anyMatch(this.secretColumns::contains);
		boolean secret = this.secretColumns.contains(this.columns.get(i)) && !value.isEmpty();
		return (secret || secretElsewhere) ? Masked.MASK : Masked.shown(value);
	}

	private Path partFile() {
		return this.rejectedFile.resolveSibling(this.rejectedFile.getFileName() + ".part");
	}

	public long count() {
		return this.count;
	}

	/**
	 * The refusal of the file, to be thrown or collected.
	 * @return names the first bad rows, and where the others are
	 */
	public FileRefused asRefusal() {
		String all = (this.unwritable != null) ? "not written, %s".formatted(this.unwritable)
				: this.rejectedFile.toString();
		return new FileRefused(this.file, List.copyOf(this.first), this.count, all);
	}

	/**
	 * Ends the file of bad rows, and removes the one of an earlier try if nothing is
	 * wrong any more.
	 */
	@Override
	public void close() {
		try {
			if (this.printer != null) {
				this.printer.close(true);
				Files.move(partFile(), this.rejectedFile, StandardCopyOption.REPLACE_EXISTING);
				this.printer = null;
			}
			else if (this.count == 0) {
				Files.deleteIfExists(this.rejectedFile);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + this.rejectedFile, ex);
		}
	}

}
