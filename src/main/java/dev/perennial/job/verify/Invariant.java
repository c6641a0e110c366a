package dev.perennial.job.verify;

/**
 * What must hold after every night, as a query that returns a row for each violation.
 *
 * @param id its name for people, such as {@code I14}
 * @param title what must hold
 * @param sql selects {@code subject} and {@code detail}, and where something is left out
 * {@code left_out}: why, or {@code NULL} for a violation
 */
public record Invariant(String id, String title, String sql) {

	private static final String COMMENT = "--";

	/**
	 * Reads an invariant whose first line says as a comment what must hold.
	 * @throws IllegalArgumentException if it does not
	 */
	static Invariant read(String id, String text) {
		String first = text.lines().findFirst().orElse("");
		if (!first.startsWith(COMMENT)) {
			throw new IllegalArgumentException(
					"invariants/%s.sql begins with '%s', expected a comment that says what must hold".formatted(id,
							first));
		}
		return new Invariant(id, first.substring(COMMENT.length()).strip(), text);
	}

	/** Whether it leaves out what is parked or held. */
	boolean leavesOut() {
		return this.sql.contains("AS left_out");
	}

}
