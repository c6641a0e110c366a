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
	 * The day of the newest passed check, by partner and offer.
	 * @param day checks after it do not count
	 */
	public Map<Of, LocalDate> newestPassed(Collection<String> partnerIds, LocalDate day) {
		return this.jdbc.sql("""
				SELECT partner_id, offer, MAX(checked_on) AS checked_on
				  FROM qualification FORCE INDEX (PRIMARY)
				 WHERE partner_id IN (:ids) AND passed AND checked_on <= :day
				 GROUP BY partner_id, offer
				""")
			.param("ids", partnerIds)
			.param("day", day)
			.query((row, number) -> Map.entry(new Of(row.getString(1), row.getString(2)),
					row.getObject(3, LocalDate.class)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Who is qualified for what.
	 */
	public record Of(String partnerId, String offer) {

	}

}
