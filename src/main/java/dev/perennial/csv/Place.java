package dev.perennial.csv;

/**
 * Where in a record reading stopped: a second, small reader that says what the real one
 * could not make sense of.
 *
 * @param field the number of the value, from 0
 * @param state what is wrong there, if anything
 */
record Place(int field, State state) {

	/**
	 * The place at the end of a text, or where its quotation marks do not make sense.
	 * @param text a record, or its beginning
	 */
	static Place atEndOf(String text) {
		int field = 0;
		State state = State.FRESH;
		for (int i = 0; i < text.length(); i++) {
			State next = state.after(text.charAt(i));
			if (next == State.TRAILING) {
				return new Place(field, next);
			}
			field += (next == State.FRESH && text.charAt(i) == ',') ? 1 : 0;
			state = next;
		}
		return new Place(field, state);
	}

	/** How far a value is read. */
	enum State {

		/** Nothing but blanks of it was read. */
		FRESH,

		/** Inside a value without quotation marks. */
		PLAIN,

		/** Inside a value in quotation marks. */
		QUOTED,

		/** Behind a quotation mark that ends the value or is half of a doubled one. */
		CLOSED,

		/** Behind a closed value and blanks. */
		OVER,

		/** Something stands behind a closed value. */
		TRAILING;

		State after(char c) {
			return switch (this) {
				case FRESH -> (c == '"') ? QUOTED : (c == ',' || isBlank(c)) ? FRESH : PLAIN;
				case PLAIN -> (c == ',') ? FRESH : PLAIN;
				case QUOTED -> (c == '"') ? CLOSED : QUOTED;
				case CLOSED -> (c == '"') ? QUOTED : afterOver(c);
				case OVER -> afterOver(c);
				case TRAILING -> TRAILING;
			};
		}

		private static State afterOver(char c) {
			return (c == ',') ? FRESH : isBlank(c) ? OVER : TRAILING;
		}

		private static boolean isBlank(char c) {
			return c == ' ' || c == '\t';
		}

	}

}
