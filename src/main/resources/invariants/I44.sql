-- No renewal notice goes out after auto-renew was switched off or after the renewal completed
-- What was brought in as sent went out before.
SELECT n.notice_id AS subject,
       CASE
           WHEN f.seq IS NOT NULL
               THEN CONCAT(n.code, ' went out in the night of ', n.state_in, ', auto-renew is off since that of ', f.switched_in)
           ELSE CONCAT(n.code, ' went out in the night of ', n.state_in, ', the term was renewed in that of ', later.started_in)
       END AS detail
FROM notice n
JOIN term t ON t.subscription_id = n.subscription_id
    AND n.subject = CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
LEFT JOIN auto_renew_off f ON f.subscription_id = t.subscription_id AND f.seq = t.seq AND f.switched_in <= n.state_in
LEFT JOIN term later ON later.subscription_id = t.subscription_id AND later.seq = t.seq + 1 AND later.started_in <= n.state_in
WHERE n.state_in >= :since AND n.state = 'SENT' AND n.message_id IS NOT NULL
  AND n.code IN ('RENEWAL_NOTICE', 'RENEWAL_NOTICE_LATE', 'PRICE_CHANGE', 'RENEWAL_REMINDER', 'CARD_EXPIRES')
  AND (f.seq IS NOT NULL OR later.seq IS NOT NULL)
