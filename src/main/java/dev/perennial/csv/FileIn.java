package dev.perennial.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A CSV file that somebody delivered: every row is either good or rejected with line,
 * column and reason.
 */
public final class FileIn {

	private final Path file;

	private final List<String> columns;

	/**
	 * @param file the file
	 * @param columns the columns that it must have, in whatever order
	 */
	public FileIn(Path file, List<String> columns) {
		this.file = file;
		this.columns = List.copyOf(columns);
	}

	/**
	 * Reads the file row by row, one in memory at a time.
	 * @param rows takes each good row, and may reject it all the same
	 * @param rejected takes what is wrong
	 * @return the SHA-256 of the file as it was read
	 * @throws UncheckedIOException if the file cannot be read
	 */
	public String read(Consumer<Row> rows, Rejected rejected) {
		Sha256 sha256 = new Sha256();
		try (InputStream in = sha256.of(Files.newInputStream(this.file)); Records records = new Records(in)) {
			Header header = header(records.next(this.columns.size()), rejected);
			if (header != null) {
				rejected.columns(header);
				for (Records.Found found = records.next(header.size()); found != null; found = records
					.next(header.size())) {
					read(found, header, rows, rejected);
				}
			}
			in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + this.file, ex);
		}
		return sha256.hex();
	}

	private static void read(Records.Found found, Header header, Consumer<Row> rows, Rejected rejected) {
		List<String> values = found.values();
		Records.Wrong wrong = found.wrong();
		if (wrong != null) {
			rejected.add(new BadRow(found.line(), header.at(wrong.field()), wrong.reason()), values, wrong.separated());
		}
		else if (values.size() != header.size()) {
			String cutOff = found.ended() ? "" : "; the file may be cut off";
			rejected.add(
					new BadRow(found.line(), header.at(values.size()),
							"%d values instead of %d%s".formatted(values.size(), header.size(), cutOff)),
					values, false);
		}
		else {
			int unacceptable = firstUnacceptable(values);
			if (unacceptable < 0) {
				rows.accept(new Row(found.line(), header, values, found.ended()));
			}
			else {
				rejected.add(new BadRow(found.line(), header.at(unacceptable), reasonAgainst(values.get(unacceptable))),
						values, true);
			}
		}
	}

	private static int firstUnacceptable(List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i).indexOf('\t') >= 0 || values.get(i).indexOf('\uFFFD') >= 0) {
				return i;
			}
		}
		return -1;
	}

	private static String reasonAgainst(String value) {
		return (value.indexOf('\t') >= 0) ? "a tab inside a value is not allowed"
				: "the character U+FFFD stands where another one was lost: export the file as UTF-8 again";
	}

	private @Nullable Header header(Records.@Nullable Found found, Rejected rejected) {
		if (found == null) {
			rejected.add(new BadRow(1, "", "the file is empty: expected the header " + String.join(",", this.columns)),
					List.of(), false);
			return null;
		}
		if (found.wrong() != null) {
			rejected.add(new BadRow(found.line(), "", found.wrong().reason()), List.of(), false);
			return null;
		}
		long before = rejected.count();
		checkNames(found, rejected);
		return (rejected.count() == before) ? new Header(found.values()) : null;
	}

	private void checkNames(Records.Found found, Rejected rejected) {
		Set<String> names = new LinkedHashSet<>();
		for (String name : found.values()) {
			String reason = (!this.columns.contains(name)) ? "unknown column"
					: !names.add(name) ? "doubled column" : null;
			if (reason != null) {
				rejected.add(new BadRow(found.line(), Masked.shown(name), "%s %s: expected each once of %s"
					.formatted(reason, Masked.quoted(name), String.join(",", this.columns))), List.of(), false);
			}
		}
		for (String column : this.columns) {
			if (!names.contains(column)) {
				rejected.add(new BadRow(found.line(), column, "missing column '%s'".formatted(column)), List.of(),
						false);
			}
		}
	}

	/**
	 * The SHA-256 of the file's content.
	 * @throws UncheckedIOException if the file cannot be read
	 */
	public String sha256() {
		return Sha256.of(this.file);
	}

}
