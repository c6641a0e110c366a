package dev.perennial.job.notices;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.work.Attention;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices of a night of which nobody knows whether they arrived (rules 8.4). */
class AmbiguousNotices implements Attention {

	private final JdbcClient jdbc;

	AmbiguousNotices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> after(LocalDate businessDate) {
		return this.jdbc.sql("""
				SELECT code, COUNT(*) AS notices FROM notice
				WHERE state = 'AMBIGUOUS' AND state_in = :date GROUP BY code ORDER BY code
				""")
			.param("date", businessDate)
			.query((row, number) -> "%s: %d notices AMBIGUOUS, 'perennial parked' lists them"
				.formatted(row.getString("code"), row.getLong("notices")))
			.list();
	}

}
