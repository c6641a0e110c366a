package dev.perennial.subscription;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.subscription.AutoRenewOff.Cause;
import dev.perennial.subscription.Hold.HoldReason;
import dev.perennial.subscription.SupportRequest.End;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import dev.perennial.rows.Rows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What partners and support asked of subscriptions: switches, holds, support requests.
 */
public class Wishes {

	private final JdbcClient jdbc;

	private final Rows rows;

	public Wishes(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The switches by subscription. */
	public Map<String, List<AutoRenewOff>> offs(Collection<String> subscriptionIds) {
		return grouped(this.jdbc.sql("""
				SELECT subscription_id, seq, asked_on, switched_in, cause
				  FROM auto_renew_off FORCE INDEX (PRIMARY)
				 WHERE subscription_id IN (:ids)
				 ORDER BY subscription_id, seq
				""")
			.param("ids", subscriptionIds)
			.query((row, number) -> Map.entry(row.getString("subscription_id"),
					new AutoRenewOff(row.getInt("seq"), row.getObject("asked_on", LocalDate.class),
							row.getObject("switched_in", LocalDate.class), Cause.valueOf(row.getString("cause")))))
			.list());
	}

	/** The holds by subscription, ended ones included. */
	public Map<String, List<Hold>> holds(Collection<String> subscriptionIds) {
		return grouped(this.jdbc.sql("""
				SELECT subscription_id, reason, hold_key, begun_in, ended_in
				  FROM subscription_hold FORCE INDEX (PRIMARY)
				 WHERE subscription_id IN (:ids)
				 ORDER BY subscription_id, begun_in, hold_key
				""")
			.param("ids", subscriptionIds)
			.query((row, number) -> Map.entry(row.getString("subscription_id"),
					new Hold(HoldReason.valueOf(row.getString("reason")), row.getString("hold_key"),
							row.getObject("begun_in", LocalDate.class), row.getObject("ended_in", LocalDate.class))))
			.list());
	}

	/** The support requests by subscription. */
	public Map<String, List<SupportRequest>> requests(Collection<String> subscriptionIds) {
		return grouped(this.jdbc.sql("""
				SELECT subscription_id, request_id, kind, partner_id, state, state_in, asked_end
				  FROM support_request FORCE INDEX (of_subscription)
				 WHERE subscription_id IN (:ids)
				 ORDER BY subscription_id, filed_in, request_id
				""").param("ids", subscriptionIds).query((row, number) -> {
			String end = row.getString("asked_end");
			return Map.entry(row.getString("subscription_id"),
					new SupportRequest(row.getString("request_id"), Kind.valueOf(row.getString("kind")),
							row.getString("partner_id"), State.valueOf(row.getString("state")),
							row.getObject("state_in", LocalDate.class), (end != null) ? End.valueOf(end) : null));
		}).list());
	}

	public void switchOff(List<Map.Entry<String, AutoRenewOff>> offs) {
		this.rows.insert(
				"INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause) VALUES (?, ?, ?, ?, ?)",
				offs.stream()
					.map((entry) -> new Object[] { entry.getKey(), entry.getValue().seq(), entry.getValue().askedOn(),
							entry.getValue().switchedIn(), entry.getValue().cause().name() })
					.toList());
	}

	/** Begins holds, and ends those that stand already. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void hold(List<Map.Entry<String, Hold>> holds) {
		this.rows.insert(
				"""
						INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in, ended_in) VALUES (?, ?, ?, ?, ?)
						ON DUPLICATE KEY UPDATE ended_in = VALUES(ended_in)
						""",
				holds.stream()
					.map((entry) -> new Object[] { entry.getKey(), entry.getValue().reason().name(),
							entry.getValue().key(), entry.getValue().begunIn(), entry.getValue().endedIn() })
					.toList());
	}

	/** Files support requests, and moves those that are filed. */
	public void file(List<Map.Entry<String, SupportRequest>> requests) {
		this.rows.insert("""
				INSERT INTO support_request (request_id, kind, subscription_id, partner_id, state, state_in, filed_in)
				VALUES (?, ?, ?, ?, ?, ?, ?)
				ON DUPLICATE KEY UPDATE state = VALUES(state), state_in = VALUES(state_in)
				""",
				requests.stream()
					.map((entry) -> new Object[] { entry.getValue().id(), entry.getValue().kind().name(),
							entry.getKey(), entry.getValue().partnerId(), entry.getValue().state().name(),
							entry.getValue().stateIn(), entry.getValue().stateIn() })
					.toList());
	}

	private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> rows) {
		return rows.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
