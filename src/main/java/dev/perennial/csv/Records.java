package dev.perennial.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. Values with line breaks are refused, so a record is one
 * line, and what is wrong with one does not hide the next.
 */
final class Records implements Closeable {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

	/** How many lines a value with line breaks is followed over, to name it as such. */
	private static final int LINES_OF_A_VALUE = 20;

	private final Lines lines;

	private final Deque<Lines.Line> ahead = new ArrayDeque<>();

	Records(InputStream in) {
		this.lines = new Lines(in);
	}

	/**
	 * The next record; empty lines are none.
	 * @param width how many values a record has, to recognise one that goes over lines
	 * @return the record, or {@code null} behind the last one
	 */
	@Nullable Found next(int width) throws IOException {
		Lines.Line line = nextLine();
		while (line != null && line.wrong() == null && line.text().isBlank()) {
			line = nextLine();
		}
		return (line != null) ? read(line, width) : null;
	}

	private Found read(Lines.Line line, int width) throws IOException {
		Place place = Place.atEndOf(line.text());
		if (line.wrong() != null) {
			return Found.wrong(line, place.field(), line.wrong());
		}
		int control = firstControl(line.text());
		if (control >= 0) {
			return Found.wrong(line, Place.atEndOf(line.text().substring(0, control)).field(),
					"the control character %s is not allowed".formatted(
							Masked.shown(line.text().substring(control, line.text().offsetByCodePoints(control, 1)))));
		}
		return switch (place.state()) {
			case QUOTED -> openQuote(line, place, width);
			case TRAILING -> Found.wrong(line, place.field(),
					"something stands behind the closing quotation mark: a quotation mark inside a value is doubled");
			default -> new Found(line.number(), parse(line.text()), line.ended(), null);
		};
	}

	private Found openQuote(Lines.Line line, Place place, int width) throws IOException {
		StringBuilder text = new StringBuilder(line.text());
		int joined = 0;
		for (Lines.Line next : lookAhead()) {
			text.append('\n').append(next.text());
			joined++;
			Place.State state = Place.atEndOf(text.toString()).state();
			if (next.wrong() != null || state == Place.State.TRAILING) {
				break;
			}
			List<String> values = (state != Place.State.QUOTED) ? parse(text.toString()) : List.of();
			if (values.size() == width) {
				for (int i = 0; i < joined; i++) {
					this.ahead.remove();
				}
				return new Found(line.number(), values, line.ended(),
						new Wrong(place.field(), "a line break inside a value is not allowed", true));
			}
		}
		return Found.wrong(line, place.field(), "the quotation mark at the beginning of this value is not closed:"
				+ " it is missing, or the file was cut off");
	}

	private Iterable<Lines.Line> lookAhead() throws IOException {
		while (this.ahead.size() < LINES_OF_A_VALUE) {
			Lines.Line next = this.lines.next();
			if (next == null) {
				break;
			}
			this.ahead.add(next);
		}
		return List.copyOf(this.ahead);
	}

	private Lines.@Nullable Line nextLine() throws IOException {
		Lines.Line line = this.ahead.poll();
		return (line != null) ? line : this.lines.next();
	}

	private static int firstControl(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Masked.isControl(c) && c != '\t') {
				return i;
			}
		}
		return -1;
	}

	private static List<String> parse(String text) {
		try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(FORMAT).get()) {
			for (CSVRecord values : parser) {
				return values.stream().map(Records::withoutBlanksAround).toList();
			}
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String withoutBlanksAround(String value) {
		int from = 0;
		int to = value.length();
		while (from < to && isBlank(value.charAt(from))) {
			from++;
		}
		while (to > from && isBlank(value.charAt(to - 1))) {
			to--;
		}
		return value.substring(from, to);
	}

	/** Blanks of every width, and tabs; no other control character is taken for one. */
	private static boolean isBlank(char c) {
		return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	/**
	 * A record, or what stands where one should be.
	 *
	 * @param line the number of its first line
	 * @param values its values without the blanks around them
	 * @param ended whether the end of a line follows it
	 * @param wrong what is wrong with it, {@code null} if it can be read
	 */
	record Found(long line, List<String> values, boolean ended, @Nullable Wrong wrong) {

		/** What no reader can make sense of is cut at its commas. */
		private static Found wrong(Lines.Line line, int field, String reason) {
			return new Found(line.number(), List.of(line.text().split(",", -1)), line.ended(),
					new Wrong(field, reason, false));
		}

	}

	/**
	 * What is wrong with a record.
	 *
	 * @param field the number of the value that is wrong, from 0
	 * @param reason why
	 * @param separated whether each value is known to be one
	 */
	record Wrong(int field, String reason, boolean separated) {

	}

}
