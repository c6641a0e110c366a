package dev.perennial.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import static dev.perennial.bench.Memberships.D;

/**
 * What partners asked, banks said and registers answered long ago: rows with which a
 * night has nothing to do.
 */
final class PastRequests {

	private static final LocalDate THEN = D.minusDays(90);

	private static final String FILES = """
			INSERT INTO inbox_file (sha256, name, kind, data_rows, stored_in)
			SELECT REPEAT('a', 64), 'requests-then.csv', 'REQUESTS', 1, DATE '%3$s'
			 UNION SELECT REPEAT('b', 64), 'bank-then.csv', 'BANK', 1, DATE '%3$s'
			""";

	private static final String REQUESTS = """
			INSERT INTO request (row_key, sha256, request_id, submitted_on, type, subscription_id, partner_id, result, answered_in)
			SELECT CONCAT('%3$s requests-then.csv ', LPAD(n, 9, '0')), REPEAT('a', 64), CONCAT('R', n), '%3$s', 'CANCEL',
			       CONCAT('S', LPAD(n, 9, '0')), CONCAT('P', LPAD(n, 9, '0')), 'ACCEPTED', DATE '%3$s' - INTERVAL n %% 300 DAY
			""";

	private static final String BANK_LINES = """
			INSERT INTO bank_line (row_key, sha256, entry_id, booked_on, amount, currency, reference, payer, result, read_in)
			SELECT CONCAT('%3$s bank-then.csv ', LPAD(n, 9, '0')), REPEAT('b', 64), CONCAT('B', n), '%3$s', 100, 'EUR',
			       'unknown', 'somebody', 'UNMATCHED', DATE '%3$s' - INTERVAL n %% 300 DAY
			""";

	private static final String SUPPORT_REQUESTS = """
			INSERT INTO support_request (request_id, kind, subscription_id, partner_id, state, state_in, filed_in, outcome, asked_end)
			SELECT CONCAT('R', n), 'CANCEL', CONCAT('S', LPAD(n, 9, '0')), CONCAT('P', LPAD(n, 9, '0')), 'REJECTED',
			       DATE '%3$s' - INTERVAL n %% 300 DAY, '%3$s', 'REJECT', 'REJECT'
			""";

	private static final String HOLDS = """
			INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in, ended_in)
			SELECT CONCAT('S', LPAD(n, 9, '0')), 'CANCEL_REQUEST_OPEN', CONCAT('R', n), '%3$s', DATE '%3$s' - INTERVAL n %% 300 DAY
			""";

	private static final String SWITCHES = """
			INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause)
			SELECT CONCAT('S', LPAD(n, 9, '0')), 0, '%3$s', DATE '%3$s' - INTERVAL n %% 300 DAY, 'IMPORT'
			""";

	private static final String QUALIFICATIONS = """
			INSERT INTO qualification (partner_id, offer, checked_on, passed)
			SELECT CONCAT('P', LPAD(n, 9, '0')), 'SILVER', '%3$s', TRUE
			""";

	private static final String VAT_ANSWERS = """
			INSERT INTO vat_answer (vat_id, asked_on, answer) SELECT CONCAT('DE', n), '%3$s', 'VALID'
			""";

	private static final String NUMBERS = " FROM %1$s WHERE n > %2$d AND n <= %4$d";

	private PastRequests() {
	}

	/**
	 * Adds them to the last of the subscriptions that are there.
	 * @param count rows of each table
	 */
	static void add(BenchDatabase database, long subscriptions, long count) throws SQLException {
		String numbers = BenchDatabase.numbers(subscriptions);
		database.execute(FILES.formatted("", 0, THEN));
		for (String rows : List.of(REQUESTS, BANK_LINES, SUPPORT_REQUESTS, HOLDS, SWITCHES, QUALIFICATIONS,
				VAT_ANSWERS)) {
			database.execute((rows + NUMBERS).formatted(numbers, subscriptions - count, THEN, subscriptions));
		}
	}

}
