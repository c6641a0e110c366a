-- No term is ACTIVE past its last day, and none before its first
-- What was brought in after the night is left to the next one.
SELECT t.subscription_id AS subject, CONCAT('term ', t.seq, ' is ACTIVE on ', :d, ', but ended on ', t.ends_on) AS detail
FROM term t
JOIN subscription s ON s.subscription_id = t.subscription_id
WHERE t.active_key = 1 AND t.ends_on < :d AND s.created_in <= :d
UNION ALL
SELECT t.subscription_id, CONCAT('term ', t.seq, ' is ACTIVE on ', :d, ', but begins on ', t.starts_on)
FROM term t
JOIN subscription s ON s.subscription_id = t.subscription_id
WHERE t.active_key = 1 AND t.started_in >= :since AND t.starts_on > :d AND s.created_in <= :d
