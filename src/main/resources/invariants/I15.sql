-- Every successful charge has exactly one payment of the same amount and currency, and every card payment its charge
SELECT a.merchant_reference AS subject,
       CONCAT('charged ', a.amount, ' ', a.currency, ' for ', a.order_number, ', but its payment is ',
              COALESCE(CONCAT(p.amount, ' ', p.currency, ' for ', p.order_number), 'missing')) AS detail
FROM charge_attempt a
LEFT JOIN payment p ON p.payment_id = CONCAT('CARD:', a.merchant_reference)
WHERE a.settled_in >= :since AND a.state = 'SUCCEEDED'
  AND (p.payment_id IS NULL OR p.kind <> 'CARD' OR p.amount <> a.amount OR p.currency <> a.currency
    OR p.order_number <> a.order_number)
UNION ALL
SELECT p.payment_id, CONCAT('is a card payment of ', p.amount, ' ', p.currency, ' without a successful charge')
FROM payment p
LEFT JOIN charge_attempt a ON a.merchant_reference = SUBSTRING(p.payment_id, 6) AND a.state = 'SUCCEEDED'
WHERE p.received_in >= :since AND p.kind = 'CARD' AND a.merchant_reference IS NULL
