package dev.perennial.cli;

import java.time.Duration;
import java.util.List;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;

/** Tables and durations for people. */
final class Texts {

	private Texts() {
	}

	/** A table; what looks like a number stands right. */
	static String table(List<String> header, List<List<String>> rows) {
		Column[] columns = new Column[header.size()];
		for (int index = 0; index < columns.length; index++) {
			int at = index;
			boolean numbers = rows.stream().allMatch((row) -> row.get(at).matches("\\d.*"));
			columns[index] = new Column().header(header.get(index))
				.headerAlign(HorizontalAlign.LEFT)
				.maxWidth(80)
				.dataAlign(numbers ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT);
		}
		return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, columns,
				rows.stream().map((row) -> row.toArray(Object[]::new)).toArray(Object[][]::new));
	}

	/** {@code 0.4 s}, {@code 12.0 s}, {@code 3 min 20 s}. */
	static String duration(Duration duration) {
		return (duration.toMinutes() == 0) ? "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100)
				: "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
	}

}
