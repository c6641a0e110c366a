-- A document names one term of the subscription of its order, its partner, and one currency throughout
SELECT d.number AS subject,
       CONCAT('is for term ', d.seq, ' of ', d.subscription_id, ' of ', d.partner_id, ' in ', d.currency, ', its order for term ',
              o.seq, ' of ', o.subscription_id, ' of ', s.partner_id, ' in ', o.currency, ' (', s.currency, ')') AS detail
FROM document d
JOIN renewal_order o ON o.order_number = d.order_number
JOIN subscription s ON s.subscription_id = o.subscription_id
WHERE d.issue_date >= :since
  AND (d.subscription_id <> o.subscription_id OR d.seq <> o.seq OR d.partner_id <> s.partner_id
    OR d.currency <> o.currency OR s.currency <> o.currency OR d.offer <> s.offer)
