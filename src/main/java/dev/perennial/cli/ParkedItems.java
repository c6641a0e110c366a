package dev.perennial.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for a person, and what a person asked to be tried again. */
final class ParkedItems {

	// A notice past its last day never goes out again, whatever a person asks. An item of
	// a plan waits until its job came to it again: a night under way may not have yet.
	private static final String ALL = """
			SELECT p.id, p.subscription, p.since, p.error, r.asked_by
			FROM (
			  SELECT CONCAT('ORDER:', order_number) AS id, subscription_id AS subscription,
			         parked_in AS since, parked_error AS error
			  FROM renewal_order WHERE parked_in IS NOT NULL AND parked_error IS NOT NULL AND live_key = 1
			  UNION ALL
			  SELECT CONCAT('NOTICE:', notice_id), subscription_id, state_in,
			         CONCAT(code, ' ', state, COALESCE(CONCAT(': ', reason), ''))
			  FROM notice WHERE waits_for = 'PERSON' AND last_on >= :open
			  UNION ALL
			  SELECT CONCAT('REFUND:', f.payment_id), o.subscription_id, f.planned_in,
			         CONCAT('the gateway refused the refund', COALESCE(CONCAT(': ', f.code), ''))
			  FROM refund f
			  JOIN payment y ON y.payment_id = f.payment_id
			  JOIN renewal_order o ON o.order_number = y.order_number
			  WHERE f.state = 'REFUSED'
			  UNION ALL
			  SELECT CONCAT('ITEM:', b.job, '/', s.step, '/', i.item_key), b.scope, b.business_date, i.error
			  FROM batch_run b
			  JOIN batch_step s ON s.run_id = b.run_id AND s.parked > 0
			  STRAIGHT_JOIN batch_item i FORCE INDEX (PRIMARY) ON i.step_id = s.step_id AND i.state = 'PARKED'
			  WHERE NOT EXISTS (
			    SELECT 1 FROM batch_run later
			    WHERE later.job = b.job AND later.scope = '' AND later.state = 'COMPLETED'
			      AND (later.business_date > b.business_date OR (later.business_date = b.business_date AND b.scope <> '')))
			  AND NOT EXISTS (
			    SELECT 1 FROM batch_run later
			    JOIN batch_step t ON t.run_id = later.run_id AND t.step = s.step
			    JOIN batch_item j ON j.step_id = t.step_id AND j.item_key = i.item_key AND j.state <> 'PENDING'
			    WHERE later.job = b.job AND later.run_id > b.run_id)
			) p
			LEFT JOIN retry_request r ON r.parked_id = p.id AND r.taken_in IS NULL
			""";

	private final JdbcClient jdbc;

	private final LocalDate open;

	/**
	 * @param open the oldest open date, on which the next night tries
	 */
	ParkedItems(JdbcClient jdbc, LocalDate open) {
		this.jdbc = jdbc;
		this.open = open;
	}

	List<ParkedItem> all() {
		return read(ALL + "ORDER BY p.id").query(ParkedItems::item).list();
	}

	Optional<ParkedItem> find(String id) {
		return !Arguments.canBeAName(id) ? Optional.empty()
				: read(ALL + "WHERE p.id = :id").param("id", id).query(ParkedItems::item).optional();
	}

	/** Records for the next night that an item is to be tried again (rules 11.3). */
	void retry(String id, String who) {
		this.jdbc.sql("DELETE FROM retry_request WHERE parked_id = :id").param("id", id).update();
		this.jdbc.sql("INSERT INTO retry_request (parked_id, asked_by) VALUES (:id, :who)")
			.param("id", id)
			.param("who", who)
			.update();
	}

	private JdbcClient.StatementSpec read(String sql) {
		return this.jdbc.sql(sql).param("open", this.open);
	}

	private static ParkedItem item(ResultSet rs, int row) throws SQLException {
		return new ParkedItem(rs.getString("id"), rs.getString("subscription"), rs.getObject("since", LocalDate.class),
				rs.getString("error"), rs.getString("asked_by"));
	}

}
