package dev.perennial.subscription;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.rows.Rows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The windows of terms that expired unrenewed. */
public class RenewalWindows {

	private final JdbcClient jdbc;

	private final Rows rows;

	public RenewalWindows(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new Rows(jdbc);
	}

	/** The window after the current term, by subscription. */
	public Map<String, RenewalWindow> current(Collection<String> subscriptionIds) {
		return this.jdbc.sql("""
				SELECT w.subscription_id, w.seq, w.expired_on, w.opens_on, w.closes_on, w.benefits_until, w.opened_in,
				       w.lapsed_in
				  FROM renewal_window w FORCE INDEX (PRIMARY)
				  STRAIGHT_JOIN subscription s ON s.subscription_id = w.subscription_id AND s.term_seq = w.seq
				 WHERE w.subscription_id IN (:ids)
				""")
			.param("ids", subscriptionIds)
			.query((row, number) -> Map.entry(row.getString("subscription_id"),
					new RenewalWindow(row.getInt("seq"), new WindowDays(row.getObject("expired_on", LocalDate.class),
							row.getObject("opens_on", LocalDate.class), row.getObject("closes_on", LocalDate.class)),
							row.getObject("benefits_until", LocalDate.class),
							row.getObject("opened_in", LocalDate.class), row.getObject("lapsed_in", LocalDate.class))))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Opens windows, and lets lapse what is open already. */
	@SuppressWarnings("NullAway") // a row of JDBC parameters may hold nulls
	public void save(List<Map.Entry<String, RenewalWindow>> windows) {
		this.rows.insert(
				"""
						INSERT INTO renewal_window (subscription_id, seq, expired_on, opens_on, closes_on, benefits_until, opened_in,
						       lapsed_in)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?)
						ON DUPLICATE KEY UPDATE lapsed_in = VALUES(lapsed_in)
						""",
				windows.stream().map((entry) -> {
					RenewalWindow window = entry.getValue();
					return new Object[] { entry.getKey(), window.seq(), window.days().expiredOn(),
							window.days().opensOn(), window.days().closesOn(), window.benefitsUntil(),
							window.openedIn(), window.lapsedIn() };
				}).toList());
	}

}
