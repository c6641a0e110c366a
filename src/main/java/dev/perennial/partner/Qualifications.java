package dev.perennial.partner;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The qualification checks of partners (rules 2.6). */
public class Qualifications {

	private final JdbcClient jdbc;

	public Qualifications(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The day of the newest passed check for the offer of a subscription, by
	 * subscription.
	 * @param day checks after it do not count
	 */
	public Map<String, LocalDate> newestPassed(Collection<String> subscriptionIds, LocalDate day) {
		return this.jdbc
			.sql("""
					SELECT s.subscription_id, MAX(q.checked_on) AS checked_on
					  FROM subscription s
					  STRAIGHT_JOIN qualification q FORCE INDEX (PRIMARY) ON q.partner_id = s.partner_id AND q.offer = s.offer
					 WHERE s.subscription_id IN (:ids) AND q.passed AND q.checked_on <= :day
					 GROUP BY s.subscription_id
					""")
			.param("ids", subscriptionIds)
			.param("day", day)
			.query((row, number) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
