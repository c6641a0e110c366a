-- No notice twice: its id is its key, at most one delivery was accepted, and it is SENT exactly when one was
-- One in doubt may have gone out too: then there are two where the policy says RESEND, or a person asked for it
-- (rules 8.4). A notice that was brought in as sent has no delivery here (rules 2.5).
SELECT n.notice_id AS subject, CONCAT('is not the id of its key ', n.subject, '|', n.code, '|', n.role) AS detail
FROM notice n
WHERE n.state_in >= :since AND UNHEX(n.notice_id) <> UNHEX(LEFT(SHA2(CONCAT(n.subject, '|', n.code, '|', n.role), 256), 16))
UNION ALL
SELECT n.notice_id, CONCAT('is a second ', n.code, ' of ', n.subject, ', beside ', other.notice_id)
FROM notice n
JOIN notice other ON other.subject = n.subject AND other.code = n.code AND other.role = n.role AND other.notice_id <> n.notice_id
WHERE n.state_in >= :since
UNION ALL
SELECT notice_id, CONCAT(code, ' is ', state, ' with ', accepted, ' deliveries accepted and ', in_doubt, ' in doubt')
FROM (SELECT n.notice_id, n.code, n.state,
             COALESCE(SUM(m.result = 'ACCEPTED'), 0) AS accepted, COALESCE(SUM(m.result = 'DOUBTFUL'), 0) AS in_doubt,
             n.code IN ('RENEWAL_NOTICE', 'RENEWAL_NOTICE_LATE', 'PRICE_CHANGE', 'EXPIRY_NOTICE', 'EXPIRY_NOTICE_2',
                        'EXPIRY_NOTICE_3', 'WINDOW_LAST', 'PAYMENT_FAILED')
             OR EXISTS (SELECT 1 FROM retry_request r WHERE LOCATE(n.notice_id, r.parked_id) > 0) AS may_resend,
             n.reason = 'IMPORTED' AND n.code = 'RENEWAL_NOTICE' AND n.message_id IS NULL AND EXISTS (
                 SELECT 1 FROM term t JOIN subscription s ON s.subscription_id = t.subscription_id
                 WHERE t.subscription_id = n.subscription_id AND t.origin = 'IMPORT'
                   AND n.subject = CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
                   AND n.sent_on BETWEEN t.starts_on AND s.created_in) AS imported
      FROM notice n
      LEFT JOIN mail_delivery m ON m.notice_id = n.notice_id
      WHERE n.state_in >= :since
      GROUP BY n.notice_id) tried
WHERE accepted > 1
   OR accepted + in_doubt > CASE WHEN may_resend THEN 2 ELSE 1 END
   OR (state = 'SENT') <> (accepted = 1 OR (COALESCE(imported, FALSE) AND accepted = 0))
