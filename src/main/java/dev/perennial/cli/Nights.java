package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The nights as people look at them. */
final class Nights {

	private static final String NIGHT = """
			SELECT business_date, state, today, charges, mails, waits_for, approved_by, accepted_violations
			FROM night
			""";

	private final JdbcClient jdbc;

	Nights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last nights, the newest first. */
	List<NightPage> last(int nights) {
		return pages("ORDER BY business_date DESC LIMIT :nights", "nights", nights);
	}

	Optional<NightPage> of(LocalDate businessDate) {
		return pages("WHERE business_date = :date", "date", businessDate).stream().findFirst();
	}

	/**
	 * The newest night that can be checked, and the settings that it stored: the last
	 * closed one, or the open one once its jobs before the check are done. In between the
	 * invariants do not hold yet.
	 */
	Optional<Started> lastToCheck() {
		return this.jdbc.sql("""
				SELECT n.business_date, n.settings FROM night n
				WHERE n.settings IS NOT NULL
				  AND (n.state = 'CLOSED' OR EXISTS (
				    SELECT 1 FROM batch_run r
				    WHERE r.business_date = n.business_date AND r.scope = ''
				      AND (r.job = 'verify' OR (r.job = 'notices' AND r.state = 'COMPLETED'))))
				ORDER BY n.business_date DESC LIMIT 1
				""").query((rs, row) -> new Started(rs.getObject(1, LocalDate.class), rs.getString(2))).optional();
	}

	/** The jobs of a night, in the order in which they were started. */
	List<JobRun> jobs(LocalDate businessDate) {
		return this.jdbc.sql("""
				SELECT r.job, r.scope, r.state, r.error,
				       TIMESTAMPDIFF(MICROSECOND, r.started_at, COALESCE(r.ended_at, UTC_TIMESTAMP(3))) AS micros,
				       COALESCE(c.planned, 0) AS planned, COALESCE(c.done, 0) AS done,
				       COALESCE(c.skipped, 0) AS skipped, COALESCE(c.parked, 0) AS parked
				FROM batch_run r
				LEFT JOIN (SELECT run_id, SUM(planned) AS planned, SUM(done) AS done, SUM(skipped) AS skipped,
				                  SUM(parked) AS parked
				           FROM batch_step GROUP BY run_id) c ON c.run_id = r.run_id
				WHERE r.business_date = :date ORDER BY r.run_id
				""")
			.param("date", businessDate)
			.query((rs, row) -> new JobRun(rs.getString("job"), rs.getString("scope"), rs.getString("state"),
					rs.getLong("planned"),
					new JobRun.Counts(rs.getLong("done"), rs.getLong("skipped"), rs.getLong("parked")),
					rs.getLong("micros") / 1000, rs.getString("error")))
			.list();
	}

	Holder holder() {
		return this.jdbc.sql("""
				SELECT owner, business_date, stop_requested,
				       TIMESTAMPDIFF(SECOND, beat_at, UTC_TIMESTAMP(3)) AS silent
				FROM night_lease WHERE id = 1
				""")
			.query((rs, row) -> new Holder(rs.getString("owner"), rs.getObject("business_date", LocalDate.class),
					rs.getLong("silent"), rs.getBoolean("stop_requested")))
			.single();
	}

	/** Asks whoever has the lease to stop. */
	void requestStop() {
		this.jdbc.sql("UPDATE night_lease SET stop_requested = TRUE WHERE id = 1 AND owner IS NOT NULL").update();
	}

	private List<NightPage> pages(String which, String name, Object value) {
		return this.jdbc.sql(NIGHT + which)
			.param(name, value)
			.query((rs, row) -> new NightPage.Facts(rs.getObject("business_date", LocalDate.class),
					rs.getString("state"), rs.getObject("today", LocalDate.class),
					new NightPage.Volume(rs.getLong("charges"), rs.getLong("mails")),
					new NightPage.Words(rs.getString("waits_for"), rs.getString("approved_by"),
							rs.getString("accepted_violations"))))
			.list()
			.stream()
			.map((facts) -> new NightPage(facts, jobs(facts.date())))
			.toList();
	}

	/**
	 * A night that was started.
	 *
	 * @param date the date D
	 * @param settings what it stored (rules 1.1)
	 */
	record Started(LocalDate date, String settings) {
	}

}
