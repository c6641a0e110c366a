package dev.perennial.dossier.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.perennial.subscription.Card;
import dev.perennial.subscription.PartnerRequest;
import dev.perennial.subscription.PartnerRequest.About;
import dev.perennial.subscription.PartnerRequest.Type;
import dev.perennial.subscription.PaymentMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored requests of partners. */
public class StoredRequests {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	public StoredRequests(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
	}

	/**
	 * Requests by their lines, in the order in which they are worked off. The card that
	 * the subscription has already, given once more, is that card.
	 */
	public List<StoredRequest> read(Collection<String> rowKeys) {
		return this.jdbc.sql("""
				SELECT r.*, c.expires_on,
				       CASE WHEN known.token = c.token AND known.expires_on <=> c.expires_on THEN known.card_id
				            ELSE c.card_id END AS given_card_id
				  FROM request r
				  LEFT JOIN card c ON c.card_id = r.card_id
				  LEFT JOIN subscription s ON s.subscription_id = r.subscription_id
				  LEFT JOIN card known ON known.card_id = s.card_id
				 WHERE r.row_key IN (:keys) AND r.answered_in IS NULL
				 ORDER BY r.row_key
				""").param("keys", rowKeys).query(StoredRequests::request).list();
	}

	/** The request ids among some that were answered before. */
	public Set<String> answered(Collection<String> requestIds) {
		if (requestIds.isEmpty()) {
			return new HashSet<>();
		}
		return new HashSet<>(this.jdbc.sql("SELECT counted_id FROM request WHERE counted_id IN (:ids)")
			.param("ids", requestIds)
			.query(String.class)
			.list());
	}

	/** Stores the answers of a night. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void answer(List<Answered> answers, LocalDate date) {
		this.batches.batchUpdate(
				"UPDATE request SET result = ?, reason = ?, answer_date = ?, answered_in = ? WHERE row_key = ?",
				answers.stream()
					.map((answer) -> new Object[] { answer.result(), answer.reason(), answer.date(), date,
							answer.rowKey() })
					.toList());
	}

	private static StoredRequest request(ResultSet row, int number) throws SQLException {
		String method = row.getString("payment_method");
		String cardId = row.getString("given_card_id");
		return new StoredRequest(row.getString("row_key"),
				new PartnerRequest(row.getString("request_id"), row.getObject("submitted_on", LocalDate.class),
						Type.valueOf(row.getString("type")),
						new About(row.getString("subscription_id"), row.getString("partner_id"), row.getString("offer"),
								row.getString("currency")),
						(method != null) ? PaymentMethod.valueOf(method) : null,
						(cardId != null) ? new Card(cardId, row.getObject("expires_on", LocalDate.class)) : null));
	}

	/** What a line is answered with. */
	public record Answered(String rowKey, String result, @Nullable String reason, @Nullable LocalDate date) {

	}

}
