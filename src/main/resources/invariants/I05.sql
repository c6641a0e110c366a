-- The state of a subscription agrees with its terms
-- A night looks at what its rows can have moved (terms, windows, orders), at all that are in their window or should
-- be, because a term and a window end by themselves, and at what can have lapsed in it (rules 2.2, 4.1).
WITH looked_at AS (
    SELECT subscription_id FROM term WHERE started_in >= :since
    UNION SELECT subscription_id FROM term WHERE active_key = 1 AND ends_on < :d
    UNION SELECT subscription_id FROM renewal_window WHERE opened_in >= :since
    UNION SELECT subscription_id FROM renewal_window WHERE lapsed_in >= :since
    UNION SELECT subscription_id FROM renewal_order WHERE state_in >= :since
    UNION SELECT subscription_id FROM subscription WHERE state = 'IN_WINDOW'
    UNION SELECT subscription_id FROM subscription WHERE state = 'ACTIVE' AND term_ends_on < :d
    UNION SELECT subscription_id FROM subscription
    WHERE state = 'LAPSED' AND term_ends_on >= :since - INTERVAL :window_days + 1 DAY
    UNION SELECT subscription_id FROM subscription WHERE :full)
SELECT subject, detail
FROM (SELECT s.subscription_id AS subject,
             CASE
                 WHEN s.state = 'ACTIVE' AND active.seq IS NULL THEN 'is ACTIVE without an ACTIVE term'
                 WHEN s.state = 'ACTIVE' AND NOT (:d BETWEEN active.starts_on AND active.ends_on)
                     THEN CONCAT('is ACTIVE on ', :d, ', but its term runs ', active.starts_on, '..', active.ends_on)
                 WHEN s.state <> 'ACTIVE' AND active.seq IS NOT NULL
                     THEN CONCAT('is ', s.state, ', but its term ', active.seq, ' is ACTIVE')
                 WHEN NOT (s.term_seq <=> newest.seq AND s.term_ends_on <=> newest.ends_on)
                     THEN CONCAT('names as its newest term ', COALESCE(CONCAT(s.term_seq, ' until ', s.term_ends_on), 'none'),
                                 ', which is ', COALESCE(CONCAT(newest.seq, ' until ', newest.ends_on), 'none'))
                 WHEN s.state = 'PENDING' AND newest.seq IS NOT NULL THEN 'is PENDING, but has a term'
                 WHEN s.state = 'PENDING' AND NOT EXISTS (
                         SELECT 1 FROM renewal_order o
                         WHERE o.subscription_id = s.subscription_id AND o.state IN ('OPEN', 'FAILED'))
                     THEN 'is PENDING, but no order of it can still be paid'
                 WHEN s.state = 'IN_WINDOW' AND (newest.ends_on >= :d OR w.opened_in IS NULL)
                     THEN CONCAT('is IN_WINDOW, but no window of its term ', newest.seq, ' until ', newest.ends_on, ' is open')
                 WHEN s.state = 'IN_WINDOW' AND newest.ends_on + INTERVAL :window_days DAY < :d AND NOT EXISTS (
                         SELECT 1 FROM renewal_order o WHERE o.subscription_id = s.subscription_id AND o.live_key = 1)
                     THEN CONCAT('is IN_WINDOW, but its window ended on ', newest.ends_on + INTERVAL :window_days DAY)
                 WHEN s.state = 'LAPSED' AND newest.ends_on + INTERVAL :window_days DAY >= :d
                     THEN CONCAT('is LAPSED on ', :d, ', but its window ends on ', newest.ends_on + INTERVAL :window_days DAY)
                 WHEN s.state = 'LAPSED' AND w.lapsed_in IS NULL
                     THEN CONCAT('is LAPSED, but no window of its term ', newest.seq, ' says so')
                 WHEN s.state = 'IN_WINDOW' AND w.lapsed_in IS NOT NULL
                     THEN CONCAT('is IN_WINDOW, but its window lapsed in the night of ', w.lapsed_in)
                 WHEN s.state IN ('LAPSED', 'CANCELLED') AND EXISTS (
                         SELECT 1 FROM renewal_order o WHERE o.subscription_id = s.subscription_id AND o.live_key = 1)
                     THEN CONCAT('is ', s.state, ', but an order of it waits for payment')
             END AS detail
      FROM looked_at
      JOIN subscription s ON s.subscription_id = looked_at.subscription_id
      LEFT JOIN term active ON active.subscription_id = s.subscription_id AND active.active_key = 1
      LEFT JOIN term newest ON newest.subscription_id = s.subscription_id
          AND newest.seq = (SELECT MAX(t.seq) FROM term t WHERE t.subscription_id = s.subscription_id)
      LEFT JOIN renewal_window w ON w.subscription_id = s.subscription_id AND w.seq = newest.seq
      WHERE s.created_in <= :d) checked
WHERE detail IS NOT NULL
