-- A refund never exceeds its payment or its credit notes
SELECT r.payment_id AS subject,
       CONCAT('refunds ', r.amount, ' ', r.currency, ' of ', p.amount, ' ', p.currency, ', with credit notes over ',
              COALESCE((SELECT SUM(c.gross) FROM document c WHERE c.order_number = p.order_number AND c.type = 'CREDIT_NOTE'), 0))
           AS detail,
       CASE WHEN r.amount <= p.amount AND r.currency = p.currency AND EXISTS (
           SELECT 1 FROM batch_run b
           JOIN batch_step s ON s.run_id = b.run_id
           JOIN batch_item i ON i.step_id = s.step_id
           WHERE b.job = 'invoices' AND b.business_date BETWEEN r.planned_in AND :d AND i.state = 'PARKED'
             AND SUBSTRING_INDEX(i.item_key, ' ', -1) = p.order_number) THEN 'PARKED' END AS left_out
FROM refund r
JOIN payment p ON p.payment_id = r.payment_id
WHERE r.planned_in >= :since AND r.planned_in <= :d
  AND (r.amount > p.amount OR r.currency <> p.currency
    OR r.amount > COALESCE((SELECT SUM(c.gross) FROM document c WHERE c.order_number = p.order_number AND c.type = 'CREDIT_NOTE'), 0))
