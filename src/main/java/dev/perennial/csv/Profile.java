package dev.perennial.csv;

/** Who reads a CSV file out (rules 9.6). */
public enum Profile {

	/** A program: data is never altered. */
	MACHINE {

		@Override
		String cell(String value) {
			return value;
		}

	},

	/**
	 * A spreadsheet, which would run a cell that begins with {@code = + - @} or a control
	 * character as a formula: an apostrophe goes before it.
	 */
	SPREADSHEET {

		@Override
		String cell(String value) {
			boolean runs = !value.isEmpty()
					&& ("=+-@".indexOf(value.charAt(0)) >= 0 || Masked.isControl(value.charAt(0)));
			return runs ? "'" + value : value;
		}

	};

	abstract String cell(String value);

}
