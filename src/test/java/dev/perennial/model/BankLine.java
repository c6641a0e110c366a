package dev.perennial.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/** A row of a bank file. */
record BankLine(String file, int line, Map<String, String> row) {

	/** Rules 7.2. */
	static final Comparator<BankLine> ORDER = Comparator.comparing(BankLine::bookedOn)
		.thenComparing(BankLine::file)
		.thenComparing(BankLine::line);

	String text(String column) {
		return row().getOrDefault(column, "");
	}

	LocalDate bookedOn() {
		return LocalDate.parse(text("booked_on"));
	}

	long units() {
		return Amounts.units(text("amount"), text("currency"));
	}

}
