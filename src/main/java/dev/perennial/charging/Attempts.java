package dev.perennial.charging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.gateway.FrozenRequest;
import dev.perennial.order.AttemptState;
import dev.perennial.rows.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The attempts with what was sent and answered, and the one column of gateway tokens. */
class Attempts {

	private final JdbcClient jdbc;

	private final Rows rows;

	Attempts(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The subscriptions of orders, by order number. */
	Map<String, String> subscriptions(Collection<String> orderNumbers) {
		return this.jdbc.sql("SELECT order_number, subscription_id FROM renewal_order WHERE order_number IN (:numbers)")
			.param("numbers", orderNumbers)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The tokens of cards, by card id; nothing else reads them. */
	Map<String, String> tokens(Collection<String> cardIds) {
		if (cardIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("SELECT card_id, token FROM card WHERE card_id IN (:ids)")
			.param("ids", cardIds)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The attempts of orders that have no result yet, by order number. */
	Map<String, Open> open(Collection<String> orderNumbers) {
		return this.jdbc.sql("""
				SELECT a.*, c.token
				  FROM charge_attempt a JOIN card c ON c.card_id = a.card_id
				 WHERE a.order_number IN (:numbers) AND a.open_key = 1
				""")
			.param("numbers", orderNumbers)
			.query(Attempts::open)
			.stream()
			.collect(Collectors.toMap(Open::orderNumber, (open) -> open));
	}

	/** Attempts that have no result yet, by merchant reference. */
	Map<String, Open> byReference(Collection<String> references) {
		return this.jdbc.sql("""
				SELECT a.*, c.token
				  FROM charge_attempt a JOIN card c ON c.card_id = a.card_id
				 WHERE a.merchant_reference IN (:references) AND a.open_key = 1
				""")
			.param("references", references)
			.query(Attempts::open)
			.stream()
			.collect(Collectors.toMap(Open::reference, (open) -> open));
	}

	void intend(List<Intent> intents) {
		this.rows.insert(
				"""
						INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount,
						       currency, request, state, planned_in, intended_at)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'INTENT', ?, ?)
						""",
				intents.stream().map((intent) -> {
					FrozenRequest request = intent.request();
					return new Object[] { request.merchantReference(), request.orderNumber(), intent.attempt(),
							request.subscriptionId(), intent.seq(), intent.cardId(), request.amount().units(),
							request.amount().currency().getCurrencyCode(), request.text(), intent.plannedIn(),
							LocalDateTime.ofInstant(intent.at(), ZoneOffset.UTC) };
				}).toList());
	}

	/** Notes, before the call, that intents of a dead run go out again. */
	void sendAgain(List<String> references, Instant now) {
		this.rows.update("UPDATE charge_attempt SET sent_again_at = ? WHERE merchant_reference IN (:keys)",
				references.stream()
					.map((reference) -> new Object[] { LocalDateTime.ofInstant(now, ZoneOffset.UTC), reference })
					.toList());
	}

	/** Stores how attempts ended. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	void settle(List<Result> results) {
		this.rows.update("""
				UPDATE charge_attempt SET state = ?, code = ?, settled_in = ?, gateway_reference = ?
				 WHERE open_key = 1 AND merchant_reference IN (:keys)
				""",
				results.stream()
					.map((result) -> new Object[] { result.state().name(), result.code(), result.settledIn(),
							result.gatewayReference(), result.reference() })
					.toList());
	}

	private static Open open(ResultSet row, int number) throws SQLException {
		LocalDateTime again = row.getObject("sent_again_at", LocalDateTime.class);
		return new Open(row.getString("order_number"), row.getInt("attempt_no"),
				AttemptState.valueOf(row.getString("state")), row.getObject("planned_in", LocalDate.class),
				new Times(row.getObject("intended_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
						(again != null) ? again.toInstant(ZoneOffset.UTC) : null),
				FrozenRequest.read(row.getString("request")), row.getString("token"));
	}

	/** An attempt that has no result yet. */
	record Open(String orderNumber, int attempt, AttemptState state, LocalDate plannedIn, Times times,
			FrozenRequest request, String token) {

		String reference() {
			return this.request.merchantReference();
		}

		@Override
		public String toString() {
			return "Open[%s, %s]".formatted(reference(), this.state);
		}

	}

	/**
	 * When an attempt was sent.
	 *
	 * @param intendedAt when its intent was committed
	 * @param againAt when it was sent last after a run had died, {@code null} if it was
	 * not
	 */
	record Times(Instant intendedAt, @Nullable Instant againAt) {

		/** The gateway may have charged after this instant. */
		Instant last() {
			return (this.againAt != null) ? this.againAt : this.intendedAt;
		}

	}

	/** An attempt to come. */
	record Intent(FrozenRequest request, int attempt, int seq, String cardId, LocalDate plannedIn, Instant at) {

	}

	/** How an attempt ended. */
	record Result(String reference, AttemptState state, @Nullable String code, @Nullable LocalDate settledIn,
			@Nullable String gatewayReference) {

	}

}
