package dev.perennial.csv;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file to be written: its rows are asked for when they are written, and are never
 * all in memory.
 *
 * @param name the name of the file, such as {@code invoices.csv}
 * @param columns the header
 * @param rows gives the rows, each with a cell for every column; the same ones each time
 * @param amount what a row adds to the control total of its currency, {@code null} for
 * nothing
 */
public record Sheet(String name, List<String> columns, Supplier<Stream<List<String>>> rows,
		Function<Row, @Nullable Money> amount) {

	public Sheet {
		columns = List.copyOf(columns);
		if (!name.matches("[a-z0-9][a-z0-9-]*\\.csv")) {
			throw new IllegalArgumentException("'%s' is no name of a file out".formatted(name));
		}
	}

	/** A sheet without amounts. */
	public static Sheet of(String name, List<String> columns, Supplier<Stream<List<String>>> rows) {
		return new Sheet(name, columns, rows, (row) -> null);
	}

}
