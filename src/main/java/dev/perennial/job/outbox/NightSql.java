package dev.perennial.job.outbox;

/** What a night did, read for its files; each statement takes the business date. */
final class NightSql {

	static final String INVOICES = """
			SELECT d.number, d.type, d.issue_date, d.due_date, d.partner_id, d.buyer_name, d.buyer_vat_id, d.buyer_country,
			       d.currency, d.net, d.tax, d.gross, d.tax_treatment, d.subscription_id, d.offer, d.term_starts_on,
			       d.term_ends_on, LOWER(d.payment_method) AS payment_method,
			       CASE WHEN s.number IS NULL OR s.credited = s.gross THEN 'CREDITED'
			            WHEN s.paid = s.gross THEN 'PAID'
			            WHEN s.paid > 0 THEN 'PARTLY_PAID'
			            ELSE 'OPEN' END AS payment_status,
			       d.corrects_number
			  FROM document d
			  LEFT JOIN document_status s ON s.number = d.number
			 WHERE d.issue_date = ?
			 ORDER BY d.number
			""";

	static final String INVOICE_LINES = """
			SELECT l.number, l.line, l.description, l.quantity, l.unit_net, l.net, l.tax_rate, l.tax, d.currency
			  FROM document d
			  JOIN document_line l ON l.number = d.number
			 WHERE d.issue_date = ?
			 ORDER BY l.number, l.line
			""";

	static final String RENEWALS = """
			SELECT o.subscription_id, s.partner_id, o.origin, o.starts_on, o.ends_on, o.outcome, o.reason, o.order_number,
			       o.charged, s.currency
			  FROM renewal_outcome o
			  JOIN subscription s ON s.subscription_id = o.subscription_id
			 WHERE o.business_date = ?
			 ORDER BY o.subscription_id, s.partner_id, o.origin, o.starts_on, o.ends_on, o.outcome, o.reason, o.order_number
			""";

	static final String WINDOWS = """
			SELECT w.subscription_id, s.partner_id, w.expired_on, w.opens_on, w.closes_on, w.benefits_until, 'OPENED' AS event
			  FROM renewal_window w
			  JOIN subscription s ON s.subscription_id = w.subscription_id
			 WHERE w.opened_in = ?
			 UNION ALL
			SELECT w.subscription_id, s.partner_id, w.expired_on, w.opens_on, w.closes_on, w.benefits_until, 'LAPSED' AS event
			  FROM renewal_window w
			  JOIN subscription s ON s.subscription_id = w.subscription_id
			 WHERE w.lapsed_in = ?
			 ORDER BY subscription_id, partner_id, expired_on, event
			""";

	static final String NOTICES = """
			SELECT subscription_id, partner_id, code, target_on, state, reason, notice_id, message_id
			  FROM notice
			 WHERE state_in = ?
			 ORDER BY subscription_id, partner_id, code, target_on, state, reason, notice_id
			""";

	static final String REQUESTS = """
			SELECT request_id, type,
			       CASE WHEN type = 'PURCHASE' AND result = 'ACCEPTED' THEN CONCAT('P-', request_id)
			            ELSE subscription_id END AS subscription_id,
			       partner_id, result, reason, answer_date
			  FROM request
			 WHERE answered_in = ?
			 ORDER BY request_id, type, subscription_id, partner_id, result, reason, row_key
			""";

	static final String BANK = """
			SELECT entry_id, booked_on, amount, currency, reference, result, invoice_number, credited
			  FROM bank_line
			 WHERE read_in = ?
			 ORDER BY entry_id, booked_on, row_key
			""";

	private NightSql() {
	}

}
