package dev.perennial.invoice;

import java.time.LocalDate;

/** What can be issued, each type with a series of numbers a year (rules 9.2). */
public enum DocumentType {

	INVOICE("INV"), CREDIT_NOTE("CN");

	private static final int DIGITS = 6;

	private final String prefix;

	DocumentType(String prefix) {
		this.prefix = prefix;
	}

	/** The series of an issue date: {@code INV-2026}. */
	public String series(LocalDate issueDate) {
		return this.prefix + "-" + issueDate.getYear();
	}

	/** A number of a series: {@code INV-2026-000001}. */
	public static String number(String series, long number) {
		String digits = Long.toString(number);
		return series + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
	}

}
