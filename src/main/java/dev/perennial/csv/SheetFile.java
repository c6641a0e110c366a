package dev.perennial.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file out: RFC 4180 with CRLF, strict UTF-8, the header always there (rules
 * 9.6).
 */
public final class SheetFile {

	private final Path file;

	private final Profile profile;

	/**
	 * @param file the file, which must not exist before it is written
	 * @param profile who reads it
	 */
	public SheetFile(Path file, Profile profile) {
		this.file = file;
		this.profile = profile;
	}

	/**
	 * Writes the file and flushes it to the disk.
	 * @param sheet what to write
	 * @return what was written, counted and summed on the way
	 * @throws UncheckedIOException if it cannot be written, or a cell is no Unicode text
	 */
	public Written write(Sheet sheet) {
		Sha256 sha256 = new Sha256();
		Totals totals = new Totals(sheet);
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				Stream<List<String>> rows = sheet.rows().get()) {
			OutputStream out = sha256.of(new BufferedOutputStream(Channels.newOutputStream(channel), 65_536));
			Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder());
			CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
			printer.printRecord(sheet.columns());
			for (Iterator<List<String>> each = rows.iterator(); each.hasNext();) {
				List<String> cells = each.next();
				totals.add(cells);
				printer.printRecord(cells.stream().map(this.profile::cell));
			}
			printer.flush();
			channel.force(true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + this.file, ex);
		}
		return totals.of(sha256.hex());
	}

	/**
	 * Reads the file back from the disk; of the machine profile, counts and sums are
	 * those of {@link #write}.
	 * @param sheet what was written
	 * @throws UncheckedIOException if it cannot be read
	 */
	public Written readBack(Sheet sheet) {
		Sha256 sha256 = new Sha256();
		Totals totals = new Totals(sheet);
		try (InputStream in = sha256.of(Files.newInputStream(this.file));
				CSVParser parser = CSVParser.builder()
					.setReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))
					.setFormat(CSVFormat.RFC4180)
					.get()) {
			Iterator<CSVRecord> records = parser.iterator();
			if (!records.hasNext() || !records.next().toList().equals(sheet.columns())) {
				throw new IOException("the header is not the one that was written");
			}
			while (records.hasNext()) {
				totals.add(records.next().toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read back " + this.file, ex);
		}
		return totals.of(sha256.hex());
	}

}
