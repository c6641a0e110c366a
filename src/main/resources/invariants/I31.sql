-- A card payment is allocated in full to the invoice of its own order
SELECT subject, CONCAT('is over ', amount, ', but ', own, ' of it is allocated to the invoice of ', order_number) AS detail,
       CASE WHEN own = 0 AND EXISTS (
           SELECT 1 FROM batch_run r
           JOIN batch_step s ON s.run_id = r.run_id
           JOIN batch_item i ON i.step_id = s.step_id
           WHERE r.job = 'invoices' AND r.business_date BETWEEN checked.received_in AND :d AND i.state = 'PARKED'
             AND SUBSTRING_INDEX(i.item_key, ' ', -1) = checked.order_number) THEN 'PARKED' END AS left_out
FROM (SELECT p.payment_id AS subject, p.amount, p.order_number, p.received_in,
             COALESCE(SUM(CASE WHEN d.order_number = p.order_number AND d.type = 'INVOICE' THEN a.amount END), 0) AS own,
             COALESCE(SUM(a.amount), 0) AS total
      FROM payment p
      LEFT JOIN allocation a ON a.payment_id = p.payment_id
      LEFT JOIN document d ON d.number = a.number
      WHERE p.received_in >= :since AND p.received_in <= :d AND p.kind = 'CARD'
      GROUP BY p.payment_id, p.amount, p.order_number, p.received_in) checked
WHERE own <> amount OR total <> own
