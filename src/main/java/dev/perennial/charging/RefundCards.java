package dev.perennial.charging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.gateway.ApiKeyRefused;
import dev.perennial.gateway.CardGateway;
import dev.perennial.gateway.RefundAnswer;
import dev.perennial.gateway.RefundAnswer.Outcome;
import dev.perennial.money.Money;
import dev.perennial.work.Answer;
import dev.perennial.work.Chunk;
import dev.perennial.work.Claims;
import dev.perennial.work.EffectWork;
import dev.perennial.work.Item;
import dev.perennial.work.Outcomes;
import dev.perennial.work.Pace;
import dev.perennial.work.PartyUnavailable;
import dev.perennial.work.Plan;
import dev.perennial.work.Run;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives back what cancellations refund, with the payment as idempotency key (rules 10.2).
 */
public class RefundCards implements EffectWork<RefundCards.Due, RefundAnswer> {

	private final CardGateway gateway;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Pace pace;

	RefundCards(CardGateway gateway, JdbcTemplate jdbc, Pace pace) {
		this.gateway = gateway;
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
		this.pace = pace;
	}

	@Override
	public String name() {
		return "refund-cards";
	}

	@Override
	public Plan plan(Run run) {
		return Plan.of("""
				SELECT r.payment_id AS item_key
				  FROM refund r
				  JOIN payment p ON p.payment_id = r.payment_id
				  JOIN renewal_order o ON o.order_number = p.order_number
				 WHERE r.state = 'PLANNED' AND (:scope = '' OR o.subscription_id = :scope)
				""").with("scope", run.scope());
	}

	@Override
	public Pace pace() {
		return this.pace;
	}

	@Override
	public Claims<Due> claim(Run run, Chunk chunk) {
		Map<String, Due> due = this.jdbc.sql("""
				SELECT r.payment_id, r.amount, r.currency, a.gateway_reference
				  FROM refund r
				  JOIN charge_attempt a ON r.payment_id = CONCAT('CARD:', a.merchant_reference)
				 WHERE r.payment_id IN (:ids) AND r.state = 'PLANNED'
				""")
			.param("ids", chunk.keys())
			.query((row, number) -> new Due(row.getString(1), Money.of(row.getLong(2), row.getString(3)),
					row.getString(4)))
			.stream()
			.collect(Collectors.toMap(Due::paymentId, (one) -> one));
		Claims<Due> claims = new Claims<>();
		for (Item item : chunk) {
			Due one = due.get(item.key());
			if (one == null) {
				claims.done(item);
			}
			else {
				claims.claim(item, one);
			}
		}
		return claims;
	}

	@Override
	public RefundAnswer call(Run run, Due due) {
		try {
			return this.gateway.refund(due.gatewayReference(), due.amount(), "refund/" + due.paymentId());
		}
		catch (ApiKeyRefused ex) {
			throw new PartyUnavailable(ex);
		}
	}

	@Override
	public RefundAnswer unknown(Run run, Due due, RuntimeException failure) {
		return new RefundAnswer(Outcome.UNKNOWN, null, failure.getClass().getSimpleName());
	}

	@Override
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public Outcomes settle(Run run, List<Answer<Due, RefundAnswer>> answers) {
		Outcomes outcomes = Outcomes.done();
		List<Object[]> rows = new ArrayList<>();
		for (Answer<Due, RefundAnswer> answer : answers) {
			RefundAnswer result = answer.result();
			switch (result.outcome()) {
				case REFUNDED ->
					rows.add(new Object[] { "REFUNDED", result.refundReference(), null, answer.claim().paymentId() });
				case REFUSED -> {
					rows.add(new Object[] { "REFUSED", null, result.code(), answer.claim().paymentId() });
					outcomes.park(answer.item(), "the gateway refuses to refund %s of %s (%s): pay it back by hand"
						.formatted(answer.claim().amount(), answer.claim().paymentId(), result.code()));
				}
				case UNKNOWN -> outcomes.skip(answer.item(), "REFUND_UNKNOWN");
			}
		}
		this.batches.batchUpdate("UPDATE refund SET state = ?, gateway_reference = ?, code = ? WHERE payment_id = ?",
				rows);
		return outcomes;
	}

	/**
	 * A refund to make.
	 *
	 * @param paymentId the payment that goes back
	 * @param amount all of it
	 * @param gatewayReference the gateway's id of the charge
	 */
	public record Due(String paymentId, Money amount, String gatewayReference) {

	}

}
