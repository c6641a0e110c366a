package dev.perennial.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.perennial.work.Attention;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person should look at after a night: the parked items, and what the jobs have to
 * say.
 */
final class Aftermath {

	private final JdbcClient jdbc;

	private final List<Attention> attention;

	Aftermath(JdbcClient jdbc, List<Attention> attention) {
		this.jdbc = jdbc;
		this.attention = List.copyOf(attention);
	}

	List<String> of(LocalDate businessDate) {
		List<String> lines = new ArrayList<>(this.jdbc.sql("""
				SELECT r.job, s.step, s.parked
				FROM batch_run r JOIN batch_step s ON s.run_id = r.run_id
				WHERE r.business_date = :businessDate AND s.parked > 0 ORDER BY r.run_id, s.step_id
				""")
			.param("businessDate", businessDate)
			.query((rs, row) -> "%s, %s: %d items parked, 'perennial parked' lists them".formatted(rs.getString("job"),
					rs.getString("step"), rs.getLong("parked")))
			.list());
		this.attention.forEach((job) -> lines.addAll(job.after(businessDate)));
		return lines;
	}

}
