package dev.perennial.bench;

import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Partners with one subscription each, made by statements in the program's own schema as
 * an import some time ago would have left them, with the notices and quotes of their day.
 */
final class Memberships {

	/** The night. */
	static final LocalDate D = LocalDate.of(2026, 6, 23);

	private static final LocalDate IMPORTED = D.minusDays(100);

	private static final long RANGE = 100_000;

	private static final String PARTNER = """
			INSERT INTO partner (partner_id, legal_name, email, backup_email, contact_name, phone, locale, country, vat_id,
			       street, postal_code, city)
			SELECT CONCAT('P', LPAD(n, 9, '0')), CONCAT('Partner number ', n, ' Ltd'), CONCAT('office', n, '@partner.example'),
			       '', 'Anna Example', '+49 30 1234567', ELT(n %% 3 + 1, 'en', 'de', 'ru'), ELT(n %% 3 + 1, 'US', 'DE', 'FR'),
			       '', CONCAT('Long Street ', n %% 200), LPAD(n %% 100000, 5, '0'), 'Some Town'
			  FROM %1$s WHERE n > %2$d AND n <= %3$d
			""";

	private static final String CARD = """
			INSERT INTO card (card_id, token, expires_on)
			SELECT CONCAT('C', LPAD(n, 9, '0')), 'pm_card_visa', '2031-01-31' FROM %1$s WHERE n > %2$d AND n <= %3$d
			""";

	private static final String SUBSCRIPTION = """
			INSERT INTO subscription (subscription_id, partner_id, offer, currency, state, payment_method, card_id, term_seq,
			       term_ends_on, method_given_in, created_in, look_on)
			SELECT CONCAT('S', LPAD(n, 9, '0')), CONCAT('P', LPAD(n, 9, '0')), 'ACTION_PACK', 'EUR', 'ACTIVE', '%4$s',
			       %5$s, 0, %6$s, '%7$s', '%7$s', %8$s
			  FROM %1$s WHERE n > %2$d AND n <= %3$d
			""";

	private static final String TERM = """
			INSERT INTO term (subscription_id, seq, anchor, starts_on, ends_on, origin, state, started_in)
			SELECT subscription_id, 0, term_ends_on + INTERVAL 1 DAY - INTERVAL 1 YEAR,
			       term_ends_on + INTERVAL 1 DAY - INTERVAL 1 YEAR, term_ends_on, 'IMPORT', 'ACTIVE', created_in
			  FROM subscription
			 WHERE subscription_id > CONCAT('S', LPAD(%2$d, 9, '0')) AND subscription_id <= CONCAT('S', LPAD(%3$d, 9, '0'))
			""";

	private static final String QUOTE = """
			INSERT INTO quote (subscription_id, seq, price_day, quoted_in, currency, net, tax_rate, tax, gross, tax_treatment)
			SELECT s.subscription_id, 1, s.term_ends_on + INTERVAL 1 DAY, s.created_in, s.currency, 42500, tax.rate,
			       42500 * tax.rate / 10000, 42500 + 42500 * tax.rate / 10000, tax.treatment
			  FROM subscription s
			  JOIN partner p ON p.partner_id = s.partner_id
			  JOIN (SELECT 'US' AS country, 0 AS rate, 'OUT_OF_SCOPE' AS treatment
			         UNION SELECT 'DE', 1900, 'DOMESTIC' UNION SELECT 'FR', 2000, 'EU_BUYER_RATE') tax ON tax.country = p.country
			 WHERE s.subscription_id > CONCAT('S', LPAD(%2$d, 9, '0')) AND s.subscription_id <= CONCAT('S', LPAD(%3$d, 9, '0'))
			""";

	private static final String NOTICE = """
			INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, target_on, last_on, state, reason,
			       planned_in, state_in, sent_on)
			SELECT SUBSTRING(SHA2(CONCAT(subject, '|RENEWAL_NOTICE|PARTNER'), 256), 1, 16), subject, 'RENEWAL_NOTICE',
			       subscription_id, 0, partner_id, ends - INTERVAL 42 DAY, ends - INTERVAL 30 DAY, 'SENT', 'IMPORTED',
			       created_in - INTERVAL 1 DAY, created_in - INTERVAL 1 DAY, ends - INTERVAL 42 DAY
			  FROM (SELECT s.subscription_id, s.partner_id, s.term_ends_on AS ends, s.created_in,
			               CONCAT('TERM:', s.subscription_id, '-', DATE_FORMAT(t.starts_on, '%%Y%%m%%d')) AS subject
			          FROM subscription s JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = 0
			         WHERE s.subscription_id > CONCAT('S', LPAD(%2$d, 9, '0'))
			           AND s.subscription_id <= CONCAT('S', LPAD(%3$d, 9, '0'))) told
			""";

	private final BenchDatabase database;

	private final String numbers;

	private long last;

	Memberships(BenchDatabase database, long most) throws SQLException {
		this.database = database;
		this.numbers = BenchDatabase.numbers(most);
	}

	/** Due tonight, told in time, paid by transfer. */
	Memberships invoiced(long count) throws SQLException {
		return add(count, new Kind("TRANSFER", "'%s'".formatted(D.minusDays(1)), "'%s'".formatted(D)), true);
	}

	/** Due in the night before, told in time, with a card that is good. */
	Memberships chargedOnTheDayBefore(long count) throws SQLException {
		return add(count, new Kind("CARD", "'%s'".formatted(D.minusDays(2)), "'%s'".formatted(D.minusDays(1))), true);
	}

	/** Due tonight, told in time, with a card that is good. */
	Memberships charged(long count) throws SQLException {
		return add(count, new Kind("CARD", "'%s'".formatted(D.minusDays(1)), "'%s'".formatted(D)), true);
	}

	/** To be told tonight that they renew. */
	Memberships noticed(long count) throws SQLException {
		return add(count, new Kind("TRANSFER", "'%s'".formatted(D.plusDays(42)), "'%s'".formatted(D)), false);
	}

	/**
	 * Of which nothing is due tonight: their terms end on all the days of a year to come.
	 */
	Memberships quiet(long count) throws SQLException {
		String ends = "DATE '%s' + INTERVAL (50 + n %% 310) DAY".formatted(D);
		return add(count, new Kind("TRANSFER", ends, ends + " - INTERVAL 42 DAY"), false);
	}

	private Memberships add(long count, Kind kind, boolean told) throws SQLException {
		for (long done = 0; done < count; done += RANGE) {
			long to = this.last + Math.min(count, done + RANGE);
			execute(PARTNER, this.last + done, to, kind);
			if (kind.byCard()) {
				execute(CARD, this.last + done, to, kind);
			}
			execute(SUBSCRIPTION, this.last + done, to, kind);
			execute(TERM, this.last + done, to, kind);
			if (told) {
				execute(QUOTE, this.last + done, to, kind);
				execute(NOTICE, this.last + done, to, kind);
			}
		}
		this.last += count;
		return this;
	}

	private void execute(String sql, long after, long to, Kind kind) throws SQLException {
		this.database.execute(sql.formatted(this.numbers, after, to, kind.method(),
				kind.byCard() ? "CONCAT('C', LPAD(n, 9, '0'))" : "NULL", kind.endsOn(), IMPORTED, kind.lookOn()));
	}

	/** How a subscription is paid, when its term ends, and when it is looked at. */
	private record Kind(String method, String endsOn, String lookOn) {

		boolean byCard() {
			return this.method.equals("CARD");
		}

	}

}
