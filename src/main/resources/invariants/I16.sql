-- What is charged is the gross of the order
SELECT a.merchant_reference AS subject,
       CONCAT('charges ', a.amount, ' ', a.currency, ', but ', o.order_number, ' costs ', o.gross, ' ', o.currency) AS detail
FROM charge_attempt a
JOIN renewal_order o ON o.order_number = a.order_number
WHERE a.planned_in >= :since AND (a.amount <> o.gross OR a.currency <> o.currency)
