-- At most one successful charge per order and per renewed term, net of refunds
SELECT a.order_number AS subject,
       CONCAT('was charged by ', a.merchant_reference, ' and by ', other.merchant_reference,
              CASE WHEN other.order_number <> a.order_number THEN CONCAT(', for the same term ', a.seq) ELSE '' END) AS detail
FROM charge_attempt a
JOIN charge_attempt other ON other.subscription_id = a.subscription_id AND other.seq = a.seq
    AND other.state = 'SUCCEEDED' AND other.merchant_reference <> a.merchant_reference
WHERE a.settled_in >= :since AND a.state = 'SUCCEEDED'
  AND NOT EXISTS (SELECT 1 FROM refund r
                  WHERE r.payment_id IN (CONCAT('CARD:', a.merchant_reference), CONCAT('CARD:', other.merchant_reference))
                    AND r.state = 'REFUNDED')
