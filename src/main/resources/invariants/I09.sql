-- Every term stems from exactly one paid order, and every paid order started its term
-- What was brought in has no order. An automatic renewal keeps the anchor and begins on E+1 (rules 3.3).
SELECT t.subscription_id AS subject,
       CASE
           WHEN o.order_number IS NULL THEN CONCAT('term ', t.seq, ' stems from no order')
           WHEN o.state NOT IN ('PAID', 'REFUNDED') THEN CONCAT('term ', t.seq, ' stems from order ', o.order_number, ', which is ', o.state)
           ELSE CONCAT('term ', t.seq, ' ', t.origin, ' ', t.starts_on, '..', t.ends_on, ' does not agree with its order ',
                       o.order_number, ' ', o.origin, ' ', o.starts_on, '..', o.ends_on, ', or with the term before')
       END AS detail
FROM term t
LEFT JOIN renewal_order o ON o.order_number = t.order_number
LEFT JOIN term earlier ON earlier.subscription_id = t.subscription_id AND earlier.seq = t.seq - 1
WHERE t.started_in >= :since
  AND ((t.origin = 'IMPORT' AND t.seq <> 0)
    OR (t.origin = 'PURCHASE' AND t.seq <> 0)
    OR (t.origin IN ('AUTO', 'MANUAL') AND t.seq = 0)
    OR (t.origin <> 'IMPORT'
        AND (o.order_number IS NULL
          OR o.state NOT IN ('PAID', 'REFUNDED')
          OR (o.state = 'REFUNDED' AND t.state <> 'CANCELLED')
          OR o.subscription_id <> t.subscription_id OR o.seq <> t.seq OR o.origin <> t.origin
          OR o.anchor <> t.anchor OR o.starts_on <> t.starts_on OR o.ends_on <> t.ends_on))
    OR (t.origin = 'AUTO' AND (t.anchor <> earlier.anchor OR t.starts_on <> earlier.ends_on + INTERVAL 1 DAY)))
UNION ALL
SELECT o.order_number, CONCAT('is PAID, but term ', o.seq, ' of ', o.subscription_id, ' does not stem from it')
FROM renewal_order o
LEFT JOIN term t ON t.subscription_id = o.subscription_id AND t.seq = o.seq AND t.order_number = o.order_number
WHERE o.state_in >= :since AND o.state = 'PAID' AND t.seq IS NULL
UNION ALL
SELECT o.order_number, CONCAT('renews term ', o.seq - 1, ' of ', o.subscription_id, ' a second time, beside ', other.order_number)
FROM renewal_order o
JOIN renewal_order other ON other.subscription_id = o.subscription_id AND other.seq = o.seq
    AND other.state IN ('PAID', 'REFUNDED') AND other.order_number <> o.order_number
WHERE o.state_in >= :since AND o.state IN ('PAID', 'REFUNDED')
