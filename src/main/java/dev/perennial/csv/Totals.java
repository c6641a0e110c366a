package dev.perennial.csv;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.perennial.money.Money;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a sheet and adds up their amounts. */
final class Totals {

	private final Sheet sheet;

	private final Header header;

	private final SortedMap<String, Money> sums = new TreeMap<>();

	private long rows;

	Totals(Sheet sheet) {
		this.sheet = sheet;
		this.header = new Header(sheet.columns());
	}

	void add(List<String> cells) {
		if (cells.size() != this.header.size()) {
			throw new IllegalStateException("%s, row %d: %d cells for %d columns".formatted(this.sheet.name(),
					this.rows + 1, cells.size(), this.header.size()));
		}
		this.rows++;
		@Nullable Money amount = this.sheet.amount().apply(new Row(this.rows + 1, this.header, cells, true));
		if (amount != null) {
			this.sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
		}
	}

	Written of(String sha256) {
		return new Written(this.sheet.name(), this.rows, this.sums, sha256);
	}

}
