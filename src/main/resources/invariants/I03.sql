-- Terms of a subscription are numbered 0..n without a gap
SELECT t.subscription_id AS subject, CONCAT('has term ', t.seq, ', but no term ', t.seq - 1) AS detail
FROM term t
LEFT JOIN term earlier ON earlier.subscription_id = t.subscription_id AND earlier.seq = t.seq - 1
WHERE t.started_in >= :since AND t.seq <> 0 AND earlier.seq IS NULL
