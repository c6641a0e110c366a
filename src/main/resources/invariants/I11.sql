-- What needs a qualification is renewed only with a passed check that is recent enough
SELECT o.order_number AS subject,
       CONCAT('was claimed in the night of ', o.created_in, ', but ', s.partner_id, ' has no check of ', s.offer,
              ' passed in the ', :qualification_valid_days, ' days before') AS detail
FROM renewal_order o
JOIN subscription s ON s.subscription_id = o.subscription_id
WHERE o.state_in >= :since AND o.origin <> 'PURCHASE' AND s.offer IN (:offers_with_qualification)
  AND NOT EXISTS (
      SELECT 1 FROM qualification q
      WHERE q.partner_id = s.partner_id AND q.offer = s.offer AND q.passed
        AND q.checked_on BETWEEN o.created_in - INTERVAL :qualification_valid_days DAY AND o.created_in)
