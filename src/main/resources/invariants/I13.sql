-- No order waits for payment after its expiry date
-- A transfer expires with its due date, a card order with the window, a purchase by card after its days
-- (rules 6.5, 7.3). Only a charge without a known result makes it wait longer.
SELECT subject, CONCAT('expired on ', expires_on, ', but still waits for payment') AS detail
FROM (SELECT o.order_number AS subject, o.subscription_id,
             CASE
                 WHEN o.payment_method = 'TRANSFER' THEN o.due_on
                 WHEN o.origin = 'PURCHASE' THEN o.ordered_on + INTERVAL :order_due_days DAY
                 ELSE t.ends_on + INTERVAL :window_days DAY
             END AS expires_on
      FROM renewal_order o
      LEFT JOIN term t ON t.subscription_id = o.subscription_id AND t.seq = o.seq - 1
      WHERE o.live_key = 1) o
WHERE expires_on < :d
  AND NOT EXISTS (SELECT 1 FROM charge_attempt a WHERE a.subscription_id = o.subscription_id AND a.open_key = 1)
