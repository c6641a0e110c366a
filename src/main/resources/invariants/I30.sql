-- What is allocated exceeds neither its payment nor its document, and what is not allocated of a transfer is credit of the partner
-- An allocation that was released, because its order ended, no longer counts; of what is refunded the whole payment
-- is credit, whatever it paid.
SELECT subject, CONCAT('is over ', amount, ', of which ', allocated, ' is allocated and ', credited, ' is credit of the partner') AS detail
FROM (SELECT p.payment_id AS subject, p.kind, p.amount, COALESCE(MAX(c.amount), 0) AS credited, MAX(c.reason) AS reason,
             COALESCE(SUM(CASE WHEN a.released_in IS NULL THEN a.amount END), 0) AS allocated
      FROM (SELECT payment_id FROM payment WHERE received_in >= :since
            UNION SELECT a.payment_id FROM allocation a JOIN document d ON d.number = a.number WHERE d.issue_date >= :since) looked_at
      JOIN payment p ON p.payment_id = looked_at.payment_id
      LEFT JOIN partner_credit c ON c.payment_id = p.payment_id
      LEFT JOIN allocation a ON a.payment_id = p.payment_id
      GROUP BY p.payment_id, p.kind, p.amount) paid
WHERE allocated > amount
   OR (kind = 'BANK' AND COALESCE(reason, '') <> 'REFUND' AND allocated + credited <> amount)
   OR (reason = 'REFUND' AND credited <> amount)
UNION ALL
SELECT number, CONCAT('a ', type, ' over ', gross, ', is marked as paid ', marked, ', and ', allocated, ' is allocated to it')
FROM (SELECT d.number, d.type, d.gross, COALESCE(s.paid, 0) AS marked,
             COALESCE(SUM(CASE WHEN a.released_in IS NULL THEN a.amount END), 0) AS allocated
      FROM (SELECT number FROM document WHERE issue_date >= :since
            UNION SELECT a.number FROM payment p JOIN allocation a ON a.payment_id = p.payment_id WHERE p.received_in >= :since) looked_at
      JOIN document d ON d.number = looked_at.number
      LEFT JOIN document_status s ON s.number = d.number
      LEFT JOIN allocation a ON a.number = d.number
      GROUP BY d.number, d.type, d.gross, s.paid) invoiced
WHERE allocated > gross OR allocated <> marked OR (type <> 'INVOICE' AND allocated > 0)
UNION ALL
SELECT p.payment_id, CONCAT('in ', p.currency, ' is allocated to ', d.number, ' in ', d.currency)
FROM (SELECT payment_id FROM payment WHERE received_in >= :since
      UNION SELECT a.payment_id FROM allocation a JOIN document d ON d.number = a.number WHERE d.issue_date >= :since) looked_at
JOIN payment p ON p.payment_id = looked_at.payment_id
JOIN allocation a ON a.payment_id = p.payment_id
JOIN document d ON d.number = a.number
WHERE p.currency <> d.currency
