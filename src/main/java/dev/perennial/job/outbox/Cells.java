package dev.perennial.job.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.money.Money;

/** The cells of a row, one after another; what is not there is empty. */
class Cells {

	private final ResultSet row;

	private final List<String> cells = new ArrayList<>();

	Cells(ResultSet row) {
		this.row = row;
	}

	Cells texts(String... columns) throws SQLException {
		for (String column : columns) {
			String value = this.row.getString(column);
			this.cells.add((value != null) ? value : "");
		}
		return this;
	}

	/** Amounts with the digits of the row's currency. */
	Cells amounts(String... columns) throws SQLException {
		for (String column : columns) {
			long units = this.row.getLong(column);
			this.cells.add(this.row.wasNull() ? "" : Money.of(units, this.row.getString("currency")).digits());
		}
		return this;
	}

	Cells text(String value) {
		this.cells.add(value);
		return this;
	}

	List<String> list() {
		return List.copyOf(this.cells);
	}

}
