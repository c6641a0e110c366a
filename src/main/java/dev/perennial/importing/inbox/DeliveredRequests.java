package dev.perennial.importing.inbox;

import java.util.List;
import java.util.stream.Stream;

import dev.perennial.importing.row.Cards;
import dev.perennial.importing.row.Token;
import dev.perennial.subscription.Card;
import dev.perennial.subscription.PartnerRequest;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the lines of requests files, each with the card it brings. */
final class DeliveredRequests {

	private final JdbcTemplate jdbc;

	private final Cards cards;

	DeliveredRequests(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.cards = new Cards(jdbc);
	}

	void save(List<RequestLine> lines, String sha256) {
		this.cards.add(lines.stream().flatMap(DeliveredRequests::card).toList());
		this.jdbc.batchUpdate(
				"""
						INSERT INTO request (row_key, sha256, request_id, submitted_on, type, subscription_id, partner_id, offer,
						       currency, payment_method, card_id, note)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				lines.stream().map((line) -> row(line, sha256)).toList());
	}

	private static Stream<Cards.GivenCard> card(RequestLine line) {
		Card card = line.request().card();
		Token token = line.token();
		return (card != null && token != null) ? Stream.of(new Cards.GivenCard(card, token)) : Stream.empty();
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	private static Object[] row(RequestLine line, String sha256) {
		PartnerRequest request = line.request();
		PartnerRequest.About about = request.about();
		Card card = request.card();
		return new Object[] { line.rowKey(), sha256, request.id(), request.submittedOn(), request.type().name(),
				about.subscriptionId(), about.partnerId(), about.offer(), about.currency(),
				(request.payBy() != null) ? request.payBy().name() : null, (card != null) ? card.id() : null,
				line.note() };
	}

}
