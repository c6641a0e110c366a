package dev.perennial.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.Question;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The nights, one row per business date. Everything that writes is called inside a fenced
 * transaction.
 */
final class Nights {

	private static final RowMapper<NightRow> ROW = (rs, row) -> new NightRow(
			rs.getObject("business_date", LocalDate.class), rs.getString("state").equals("CLOSED"),
			rs.getObject("today", LocalDate.class), rs.getString("settings"), rs.getString("approved_by"),
			rs.getString("accepted_violations"));

	private final JdbcClient jdbc;

	Nights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest night: the only one that can be open. */
	Optional<NightRow> newest() {
		return this.jdbc.sql("SELECT * FROM night ORDER BY business_date DESC LIMIT 1").query(ROW).optional();
	}

	Optional<NightRow> find(LocalDate businessDate) {
		return this.jdbc.sql("SELECT * FROM night WHERE business_date = :businessDate")
			.param("businessDate", businessDate)
			.query(ROW)
			.optional();
	}

	NightRow get(LocalDate businessDate) {
		return find(businessDate).orElseThrow();
	}

	void open(LocalDate businessDate) {
		this.jdbc.sql("INSERT INTO night (business_date) VALUES (:businessDate)")
			.param("businessDate", businessDate)
			.update();
	}

	/** Stores what all jobs and every restart of the night read (rules 1.1, 1.7). */
	void start(LocalDate businessDate, LocalDate today, String settings) {
		this.jdbc.sql("""
				UPDATE night SET today = :today, settings = :settings, started_at = UTC_TIMESTAMP(3)
				WHERE business_date = :businessDate AND today IS NULL
				""").param("today", today).param("settings", settings).param("businessDate", businessDate).update();
	}

	void close(LocalDate businessDate) {
		this.jdbc.sql("""
				UPDATE night SET state = 'CLOSED', waits_for = NULL, closed_at = UTC_TIMESTAMP(3)
				WHERE business_date = :businessDate AND state = 'OPEN'
				""").param("businessDate", businessDate).update();
	}

	void waitFor(LocalDate businessDate, String what) {
		this.jdbc.sql("UPDATE night SET waits_for = :what WHERE business_date = :businessDate")
			.param("what", what)
			.param("businessDate", businessDate)
			.update();
	}

	void approve(LocalDate businessDate, String who) {
		this.jdbc.sql("UPDATE night SET approved_by = :who, waits_for = NULL WHERE business_date = :businessDate")
			.param("who", who)
			.param("businessDate", businessDate)
			.update();
	}

	void acceptViolations(LocalDate businessDate, String why, String who) {
		this.jdbc.sql("""
				UPDATE night SET accepted_violations = :why, accepted_by = :who WHERE business_date = :businessDate
				""").param("why", why).param("who", who).param("businessDate", businessDate).update();
	}

	/** Stores how many charges or mails the night has. */
	void count(LocalDate businessDate, Question question, long count) {
		this.jdbc.sql("UPDATE night SET %s = :count WHERE business_date = :businessDate".formatted(column(question)))
			.param("count", count)
			.param("businessDate", businessDate)
			.update();
	}

	/**
	 * The charges or mails of the closed nights among the last so many, in ascending
	 * order.
	 */
	List<Long> counts(LocalDate before, int nights, Question question) {
		return this.jdbc.sql("""
				SELECT %1$s FROM night
				WHERE business_date >= :since AND business_date < :before AND state = 'CLOSED' ORDER BY %1$s
				""".formatted(column(question)))
			.param("since", before.minusDays(nights))
			.param("before", before)
			.query(Long.class)
			.list();
	}

	private static String column(Question question) {
		return switch (question) {
			case CHARGES -> "charges";
			case MAILS -> "mails";
			case LATE_NIGHT, VIOLATIONS -> throw new IllegalArgumentException(question + " is not counted");
		};
	}

}
