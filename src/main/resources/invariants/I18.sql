-- While the result of a charge is unknown its order stays open, and no further attempt is made
SELECT later.merchant_reference AS subject,
       CONCAT('was made in the night of ', later.planned_in, ', but ', a.merchant_reference, ' had no known result until ',
              COALESCE(a.settled_in, 'now')) AS detail
FROM charge_attempt later
JOIN charge_attempt a ON a.order_number = later.order_number AND a.attempt_no < later.attempt_no
WHERE later.planned_in >= :since
  AND (a.state IN ('INTENT', 'UNKNOWN') OR a.settled_in IS NULL OR later.planned_in < a.settled_in)
UNION ALL
SELECT a.merchant_reference, CONCAT('has no known result, but its order is ', o.state)
FROM charge_attempt a
JOIN renewal_order o ON o.order_number = a.order_number
WHERE a.open_key = 1 AND o.state <> 'OPEN'
