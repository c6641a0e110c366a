package dev.perennial.nights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people did since the last night, as {@code request}, {@code retry} and a person at
 * the database leave it.
 */
final class ByHand {

	private final JdbcClient jdbc;

	ByHand(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Does the acts of a file, if it is there. */
	void take(Path file, LocalDate date) throws IOException {
		if (!Files.exists(file)) {
			return;
		}
		for (List<String> act : Csv.read(file)) {
			String id = act.get(1);
			switch (act.get(0)) {
				case "HOLD" -> hold(id, date);
				case "RELEASE" -> update("UPDATE subscription_hold SET ended_in = :date "
						+ "WHERE subscription_id = :id AND reason = 'BY_HAND' AND ended_in IS NULL", id, date);
				case "RETRY" -> this.jdbc.sql("INSERT INTO retry_request (parked_id, asked_by) VALUES (:id, 'test')")
					.param("id", id.startsWith("ORDER:") ? id : "NOTICE:" + id)
					.update();
				default -> this.jdbc.sql("""
						UPDATE support_request SET asked_end = :end, asked_by = 'test'
						WHERE request_id = :id AND state NOT IN ('RESOLVED', 'REJECTED')
						""").param("end", act.get(0)).param("id", id).update();
			}
			// Every write to a subscription makes the night look at it.
			update("UPDATE subscription SET look_on = :date WHERE subscription_id = :id", id, date);
		}
	}

	private void hold(String id, LocalDate date) {
		update("INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in) "
				+ "VALUES (:id, 'BY_HAND', CONCAT('since ', :date), :date)", id, date);
	}

	private void update(String sql, String id, LocalDate date) {
		this.jdbc.sql(sql).param("id", id).param("date", date).update();
	}

}
