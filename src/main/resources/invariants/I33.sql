-- A term is ACTIVE only if its invoice is paid in full
-- What was brought in counts as paid (rules 2.4); what a tolerance lets be missing does too (rules 7.2).
SELECT t.subscription_id AS subject, CONCAT('term ', t.seq, ' is ACTIVE, but no live invoice for it is paid in full') AS detail,
       CASE WHEN EXISTS (
           SELECT 1 FROM batch_run r
           JOIN batch_step p ON p.run_id = r.run_id
           JOIN batch_item i ON i.step_id = p.step_id
           WHERE r.job = 'invoices' AND r.business_date BETWEEN t.started_in AND :d AND i.state = 'PARKED'
             AND SUBSTRING_INDEX(i.item_key, ' ', -1) = t.order_number) THEN 'PARKED' END AS left_out
FROM term t
WHERE t.started_in >= :since AND t.started_in <= :d AND t.state = 'ACTIVE' AND t.origin <> 'IMPORT'
  AND NOT EXISTS (
      SELECT 1 FROM document_status s
      WHERE s.subscription_id = t.subscription_id AND s.seq = t.seq AND s.live_key = 1
        AND (SELECT COALESCE(SUM(a.amount), 0) FROM allocation a WHERE a.number = s.number AND a.released_in IS NULL) >= s.gross - :bank_tolerance)
