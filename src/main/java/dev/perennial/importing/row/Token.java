package dev.perennial.importing.row;

/**
 * The gateway's token of a card, on its way from a file to the one column where tokens
 * stand (rules 11.9).
 *
 * @param value the token, which no text ever shows
 */
public record Token(String value) {

	@Override
	public String toString() {
		return "Token[****]";
	}

}
