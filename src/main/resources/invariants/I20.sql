-- Every paid order and every open transfer has exactly one live invoice of its amounts, and no other order has one
-- The plan of the documents names an order as the last word of its keys.
SELECT subject,
       CASE
           WHEN live <> 1 OR live_expected = 0
               THEN CONCAT('is ', state, ' by ', payment_method, ' and has ', live, ' live invoices instead of ', live_expected)
           ELSE CONCAT('its invoice ', differing, ' does not agree with its ', net, ' + ', tax, ' = ', gross, ' ', currency)
       END AS detail,
       CASE WHEN EXISTS (
           SELECT 1 FROM batch_run r
           JOIN batch_step p ON p.run_id = r.run_id
           JOIN batch_item i ON i.step_id = p.step_id
           WHERE r.job = 'invoices' AND r.business_date BETWEEN checked.state_in AND :d AND i.state = 'PARKED'
             AND SUBSTRING_INDEX(i.item_key, ' ', -1) = checked.subject) THEN 'PARKED' END AS left_out
FROM (SELECT o.order_number AS subject, o.state, o.payment_method, o.net, o.tax, o.gross, o.currency, o.state_in,
             CASE WHEN o.state = 'PAID' OR (o.state = 'OPEN' AND o.payment_method = 'TRANSFER') THEN 1 ELSE 0 END AS live_expected,
             COUNT(s.number) AS live,
             MAX(CASE WHEN i.net <> o.net OR i.tax <> o.tax OR i.gross <> o.gross OR i.currency <> o.currency THEN s.number END)
                 AS differing
      FROM (SELECT order_number FROM renewal_order WHERE state_in >= :since
            UNION SELECT order_number FROM document WHERE issue_date >= :since) looked_at
      JOIN renewal_order o ON o.order_number = looked_at.order_number
      LEFT JOIN document i ON i.order_number = o.order_number AND i.type = 'INVOICE'
      LEFT JOIN document_status s ON s.number = i.number AND s.live_key = 1
      WHERE o.state_in <= :d
      GROUP BY o.order_number) checked
WHERE live <> live_expected OR differing IS NOT NULL
