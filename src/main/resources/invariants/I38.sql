-- Every SENT notice went out between its target and its last day, with a Message-ID
-- The days are counted from E, or from the night of the event (rules 8.1). A notice that was brought in as sent
-- has its own day (rules 2.5).
SELECT subject, detail
FROM (SELECT n.notice_id AS subject,
             CASE
                 WHEN n.reason = 'IMPORTED' AND n.code = 'RENEWAL_NOTICE' AND n.message_id IS NULL AND t.origin = 'IMPORT'
                     AND n.sent_on BETWEEN t.starts_on AND s.created_in
                     AND NOT EXISTS (SELECT 1 FROM mail_delivery m WHERE m.notice_id = n.notice_id) THEN NULL
                 WHEN COALESCE(n.message_id, '') = '' THEN CONCAT(n.code, ' was sent without a Message-ID')
                 WHEN n.sent_on IS NULL THEN CONCAT(n.code, ' was sent on no day')
                 WHEN days.code IS NOT NULL AND t.ends_on IS NULL THEN CONCAT(n.code, ' is about no term: ', n.subject)
                 WHEN days.code IS NOT NULL AND NOT (
                     n.sent_on BETWEEN t.ends_on + INTERVAL days.target DAY AND t.ends_on + INTERVAL days.last DAY)
                     THEN CONCAT(n.code, ' went out on ', n.sent_on, ', outside ', t.ends_on + INTERVAL days.target DAY, '..',
                                 t.ends_on + INTERVAL days.last DAY)
                 WHEN days.code IS NULL AND NOT (n.sent_on BETWEEN n.planned_in AND n.planned_in + INTERVAL :event_days DAY)
                     THEN CONCAT(n.code, ' went out on ', n.sent_on, ', outside ', n.planned_in, '..',
                                 n.planned_in + INTERVAL :event_days DAY)
             END AS detail
      FROM notice n
      LEFT JOIN (SELECT 'RENEWAL_NOTICE' AS code, -42 AS target, -30 AS last
                 UNION ALL SELECT 'RENEWAL_NOTICE_LATE', -29, 15
                 UNION ALL SELECT 'PRICE_CHANGE', -21, -8
                 UNION ALL SELECT 'RENEWAL_REMINDER', -7, -3
                 UNION ALL SELECT 'CARD_EXPIRES', -30, 0
                 UNION ALL SELECT 'EXPIRY_NOTICE', -30, -8
                 UNION ALL SELECT 'EXPIRY_NOTICE_2', -7, -1
                 UNION ALL SELECT 'EXPIRY_NOTICE_3', 0, 0
                 UNION ALL SELECT 'WINDOW_OPEN', 1, 10
                 UNION ALL SELECT 'WINDOW_HALF', 15, 20
                 UNION ALL SELECT 'WINDOW_LAST', 27, 30) days ON days.code = n.code
      LEFT JOIN term t ON t.subscription_id = n.subscription_id
          AND n.subject = CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
      LEFT JOIN subscription s ON s.subscription_id = t.subscription_id
      WHERE n.state_in >= :since AND n.state = 'SENT') checked
WHERE detail IS NOT NULL
