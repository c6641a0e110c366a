-- No notice, no charge: an automatic charge needs a renewal notice that was sent early enough
SELECT a.merchant_reference AS subject,
       CONCAT('was charged in the night of ', a.planned_in, ', but no renewal notice was sent by ',
              a.planned_in - INTERVAL :charge_lead_days DAY) AS detail
FROM charge_attempt a
JOIN renewal_order o ON o.order_number = a.order_number AND o.origin = 'AUTO'
JOIN subscription s ON s.subscription_id = o.subscription_id
LEFT JOIN term t ON t.subscription_id = o.subscription_id AND t.seq = o.seq - 1
WHERE a.planned_in >= :since AND s.offer NOT IN (:offers_without_notice)
  AND NOT EXISTS (
      SELECT 1 FROM notice n
      WHERE n.subject = CONCAT('TERM:', o.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
        AND n.code IN ('RENEWAL_NOTICE', 'RENEWAL_NOTICE_LATE') AND n.state = 'SENT'
        AND n.sent_on <= a.planned_in - INTERVAL :charge_lead_days DAY)
