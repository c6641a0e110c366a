-- Auto-renew only ever goes from ON to OFF: every OFF has its cause, at most one a term, and none is lost by an automatic renewal
SELECT f.subscription_id AS subject,
       CASE
           WHEN t.seq IS NULL THEN CONCAT('is OFF for a term ', f.seq, ' that it does not have')
           WHEN f.cause = 'IMPORT' THEN CONCAT('term ', f.seq, ' is OFF by an import, but is of origin ', t.origin)
           WHEN f.cause = 'CARRIED' THEN CONCAT('term ', f.seq, ' carries an OFF over, but term ', f.seq - 1, ' is ON')
           ELSE CONCAT('term ', f.seq, ' is OFF, but no ', f.cause, ' asked for it')
       END AS detail
FROM auto_renew_off f
LEFT JOIN term t ON t.subscription_id = f.subscription_id AND t.seq = f.seq
WHERE f.switched_in >= :since
  AND (t.seq IS NULL
    OR (f.cause = 'IMPORT' AND t.origin <> 'IMPORT')
    OR (f.cause = 'CARRIED' AND NOT EXISTS (
            SELECT 1 FROM auto_renew_off earlier
            WHERE earlier.subscription_id = f.subscription_id AND earlier.seq = f.seq - 1))
    OR (f.cause = 'REQUEST' AND NOT EXISTS (
            SELECT 1 FROM request q
            WHERE q.answered_in = f.switched_in AND q.subscription_id = f.subscription_id
              AND q.type = 'AUTO_RENEW_OFF' AND q.result = 'ACCEPTED'))
    OR (f.cause = 'CANCELLATION' AND NOT EXISTS (
            SELECT 1 FROM support_request q
            WHERE q.subscription_id = f.subscription_id AND q.kind = 'CANCEL' AND q.state = 'RESOLVED')))
UNION ALL
SELECT f.subscription_id, CONCAT('term ', f.seq, ' was switched off ', COUNT(*), ' times')
FROM auto_renew_off f
JOIN (SELECT subscription_id, seq FROM auto_renew_off WHERE switched_in >= :since) looked_at
    ON looked_at.subscription_id = f.subscription_id AND looked_at.seq = f.seq
WHERE (SELECT COUNT(*) FROM auto_renew_off g WHERE g.subscription_id = f.subscription_id AND g.seq = f.seq) > 1
GROUP BY f.subscription_id, f.seq
UNION ALL
SELECT t.subscription_id,
       CONCAT('term ', t.seq, ' is ON, but term ', t.seq - 1, ' before it was switched off in the night of ', f.switched_in)
FROM term t
JOIN renewal_order o ON o.order_number = t.order_number
JOIN auto_renew_off f ON f.subscription_id = t.subscription_id AND f.seq = t.seq - 1
LEFT JOIN auto_renew_off own ON own.subscription_id = t.subscription_id AND own.seq = t.seq
WHERE t.started_in >= :since AND own.seq IS NULL
  AND (t.origin = 'AUTO' OR (t.origin = 'MANUAL' AND f.switched_in > o.created_in))
UNION ALL
SELECT q.subscription_id, CONCAT('is ON, but its request ', q.request_id, ' to switch off was accepted in the night of ', q.answered_in)
FROM request q
WHERE q.answered_in >= :since AND q.type = 'AUTO_RENEW_OFF' AND q.result = 'ACCEPTED'
  AND NOT EXISTS (
      SELECT 1 FROM auto_renew_off f
      WHERE f.subscription_id = q.subscription_id AND f.switched_in <= q.answered_in
        AND f.seq >= (SELECT COALESCE(MAX(t.seq), 0) FROM term t
                      WHERE t.subscription_id = q.subscription_id AND t.started_in < q.answered_in))
