package dev.perennial.importing;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes imported qualification checks; the newest import of one and the same check
 * counts.
 */
final class ImportedQualifications {

	private final JdbcTemplate jdbc;

	private final LocalDate day;

	ImportedQualifications(JdbcTemplate jdbc, LocalDate day) {
		this.jdbc = jdbc;
		this.day = day;
	}

	void save(List<Qualification> qualifications) {
		this.jdbc.batchUpdate("""
				INSERT INTO qualification (partner_id, offer, checked_on, passed) VALUES (?, ?, ?, ?)
				ON DUPLICATE KEY UPDATE passed = VALUES(passed)
				""", qualifications.stream()
			.map((check) -> new Object[] { check.partnerId(), check.offer(), check.checkedOn(), check.passed() })
			.toList());
		LookAgain.atSubscriptionsOf(this.jdbc, qualifications.stream().map(Qualification::partnerId).toList(),
				this.day);
	}

}
