package dev.perennial.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.money.Money;
import dev.perennial.order.Outcome.Result;
import dev.perennial.order.Outcome.What;
import dev.perennial.subscription.TermDates;
import dev.perennial.rows.Rows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nights did to orders; the last word of a night stands. */
public class Outcomes {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Outcomes(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The outcomes of a night, by subscription. */
	public Map<String, List<Outcome>> of(LocalDate date, Collection<String> subscriptionIds) {
		return this.jdbc.sql("""
				SELECT o.*, s.currency
				  FROM renewal_outcome o FORCE INDEX (PRIMARY)
				  STRAIGHT_JOIN subscription s ON s.subscription_id = o.subscription_id
				 WHERE o.business_date = :date AND o.subscription_id IN (:ids)
				""").param("date", date).param("ids", subscriptionIds).query((row, number) -> {
			Money charged = (row.getObject("charged") != null)
					? Money.of(row.getLong("charged"), row.getString("currency")) : null;
			return Map.entry(row.getString("subscription_id"),
					new Outcome(row.getInt("seq"), row.getString("order_number"),
							OrderOrigin.valueOf(row.getString("origin")),
							new TermDates(row.getObject("starts_on", LocalDate.class),
									row.getObject("ends_on", LocalDate.class)),
							new Result(What.valueOf(row.getString("outcome")), row.getString("reason")), charged));
		})
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void record(LocalDate date, List<Map.Entry<String, Outcome>> outcomes) {
		this.rows.insert(
				"""
						INSERT INTO renewal_outcome (business_date, subscription_id, seq, order_number, origin, starts_on, ends_on,
						       outcome, reason, charged)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						ON DUPLICATE KEY UPDATE origin = VALUES(origin), starts_on = VALUES(starts_on),
						       ends_on = VALUES(ends_on), outcome = VALUES(outcome), reason = VALUES(reason), charged = VALUES(charged)
						""",
				outcomes.stream().map((entry) -> {
					Outcome outcome = entry.getValue();
					Money charged = outcome.charged();
					return new Object[] { date, entry.getKey(), outcome.seq(), outcome.orderNumber(),
							outcome.origin().name(), outcome.dates().startsOn(), outcome.dates().endsOn(),
							outcome.result().what().name(), outcome.result().reason(),
							(charged != null) ? charged.units() : null };
				}).toList());
	}

}
