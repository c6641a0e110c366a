package dev.perennial.importing.inbox;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the lines of bank files. */
final class DeliveredBankLines {

	private final JdbcTemplate jdbc;

	DeliveredBankLines(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void save(List<BankLine> lines, String sha256) {
		this.jdbc.batchUpdate("""
				INSERT INTO bank_line (row_key, sha256, entry_id, booked_on, amount, currency, reference, payer)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)
				""",
				lines.stream()
					.map((line) -> new Object[] { line.rowKey(), sha256, line.entryId(), line.bookedOn(),
							line.amount().units(), line.amount().currency().getCurrencyCode(),
							line.remittance().reference(), line.remittance().payer() })
					.toList());
	}

}
