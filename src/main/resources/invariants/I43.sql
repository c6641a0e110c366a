-- The net of an automatic renewal is never above the net last told to the partner
-- Told is the quote, or the amount of a price change that was sent early enough (rules 5.3).
SELECT o.order_number AS subject,
       CONCAT('asks for ', o.net, ' ', o.currency, ', but the partner was told ',
              COALESCE(CONCAT(COALESCE(n.named_net, q.net), ' ', q.currency), 'nothing')) AS detail
FROM renewal_order o
LEFT JOIN quote q ON q.subscription_id = o.subscription_id AND q.seq = o.seq
LEFT JOIN term t ON t.subscription_id = o.subscription_id AND t.seq = o.seq - 1
LEFT JOIN notice n ON n.subject = CONCAT('TERM:', o.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
    AND n.code = 'PRICE_CHANGE' AND n.role = 'PARTNER' AND n.state = 'SENT'
    AND n.sent_on <= o.created_in - INTERVAL :price_change_lead_days DAY
WHERE o.state_in >= :since AND o.origin = 'AUTO'
  AND (q.net IS NULL OR q.currency <> o.currency OR o.net > COALESCE(n.named_net, q.net))
