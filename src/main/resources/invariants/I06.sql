-- The renewal window is exactly E+1 .. E+30, and every claim lies inside it by the day of its order
SELECT o.order_number AS subject,
       CONCAT('was ordered on ', o.ordered_on, ', outside the window ', t.ends_on + INTERVAL 1 DAY, '..',
              t.ends_on + INTERVAL :window_days DAY) AS detail
FROM renewal_order o
JOIN term t ON t.subscription_id = o.subscription_id AND t.seq = o.seq - 1
WHERE o.state_in >= :since AND o.origin <> 'PURCHASE'
  AND NOT (o.ordered_on BETWEEN t.ends_on + INTERVAL 1 DAY AND t.ends_on + INTERVAL :window_days DAY)
UNION ALL
SELECT w.subscription_id,
       CONCAT('term ', w.seq, ' ends on ', COALESCE(t.ends_on, 'no day'), ', but its window is ', w.opens_on, '..', w.closes_on,
              ', with benefits until ', w.benefits_until, ', opened in ', COALESCE(w.opened_in, 'no night'), ', lapsed in ',
              COALESCE(w.lapsed_in, 'no night'))
FROM (SELECT * FROM renewal_window WHERE opened_in >= :since
      UNION SELECT * FROM renewal_window WHERE lapsed_in >= :since) w
JOIN subscription s ON s.subscription_id = w.subscription_id
LEFT JOIN term t ON t.subscription_id = w.subscription_id AND t.seq = w.seq
WHERE t.ends_on IS NULL
   OR w.expired_on <> t.ends_on
   OR w.opens_on <> t.ends_on + INTERVAL 1 DAY
   OR w.closes_on <> t.ends_on + INTERVAL :window_days DAY
   OR w.benefits_until <> CASE WHEN s.offer IN (:offers_without_benefits) THEN t.ends_on
                               ELSE t.ends_on + INTERVAL :window_days DAY END
   OR w.opened_in NOT BETWEEN t.ends_on + INTERVAL 1 DAY AND t.ends_on + INTERVAL :window_days DAY
   OR w.lapsed_in <= t.ends_on + INTERVAL :window_days DAY
