package dev.perennial.importing.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Files whose rows are good but for what nobody should deliver. The seed is printed, and
 * the same seed and number make the same file; both, and how many, are settings.
 *
 * @param seed of all files
 * @param columns of the files
 * @param good a row that is good, {@code %d} standing for its number
 */
public record GeneratedFiles(long seed, List<String> columns, String good) {

	private static final long SEED = Long.getLong("perennial.fuzz.seed", 20260623L);

	/** With the seed of the build, or that of {@code -Dperennial.fuzz.seed}. */
	public GeneratedFiles(List<String> columns, String good) {
		this(SEED, columns, good);
	}

	/** The seed of one of many cases. */
	public static long seed(int number) {
		return seed(SEED, number);
	}

	private static long seed(long seed, int number) {
		return seed * 1_000_003 + number;
	}

	/** So many as are asked for, or more with {@code -Dperennial.fuzz.times}. */
	public static int times(int cases) {
		return cases * Integer.getInteger("perennial.fuzz.times", 1);
	}

	/** Tells one file from all others, and how to make it again. */
	public String name(int number) {
		return "file %d of -Dperennial.fuzz.seed=%d".formatted(number, this.seed);
	}

	/**
	 * Writes a file of a few rows. Each column has its turn to be bad, and none.
	 * @param number of the file, from 0
	 */
	public void write(int number, Path file) throws IOException {
		Random random = new Random(seed(this.seed, number));
		String header = (random.nextInt(20) > 0) ? String.join(",", this.columns) : GeneratedValues.value(random);
		List<String> lines = new ArrayList<>(List.of(header));
		lines.add(row(random, 0, number % (this.columns.size() + 1)));
		for (int row = random.nextInt(4); row > 0; row--) {
			lines.add(row(random, row, random.nextInt(2 * this.columns.size())));
		}
		byte[] bytes = (String.join(random.nextBoolean() ? "\n" : "\r\n", lines) + (random.nextInt(20) > 0 ? "\n" : ""))
			.getBytes(StandardCharsets.UTF_8);
		for (int i = (random.nextInt(5) > 0) ? 0 : 1 + random.nextInt(2); i > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		Files.write(file, bytes);
	}

	/**
	 * How many rows good files have below their headers; a line without a cell is none.
	 */
	public static long rows(Path... files) throws IOException {
		long rows = 0;
		for (Path file : files) {
			try (CSVParser records = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
				rows += records.stream().filter((row) -> row.size() > 1).count() - 1;
			}
		}
		return rows;
	}

	/** A row with a bad value in a column; one beyond the last leaves it good. */
	private String row(Random random, int number, int bad) {
		List<String> cells = new ArrayList<>(List.of(this.good.formatted(number).split(",", -1)));
		if (bad < cells.size()) {
			String value = GeneratedValues.value(random);
			// Sometimes as a writer of CSV would, sometimes as it comes
			cells.set(bad, (random.nextInt(3) > 0) ? '"' + value.replace("\"", "\"\"") + '"' : value);
		}
		return String.join(",", cells);
	}

}
