package dev.perennial.importing.row;

import java.util.List;

import dev.perennial.subscription.Card;

import org.springframework.jdbc.core.JdbcTemplate;

/** Where cards come in: the one place that writes gateway tokens (rules 11.9). */
public final class Cards {

	private final JdbcTemplate jdbc;

	public Cards(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void add(List<GivenCard> cards) {
		this.jdbc.batchUpdate("INSERT INTO card (card_id, token, expires_on) VALUES (?, ?, ?)",
				cards.stream()
					.map((given) -> new Object[] { given.card().id(), given.token().value(), given.card().expiresOn() })
					.toList());
	}

	/**
	 * A card that a file brings.
	 *
	 * @param card the card, by name
	 * @param token its token, which no text ever shows
	 */
	public record GivenCard(Card card, Token token) {

	}

}
