-- No automatic renewal is claimed, nor its card charged, after auto-renew was switched off
-- Inside one night requests are read before anything is claimed or charged, so a switch of that night came first
-- (rules 3.4, 11.1).
SELECT o.order_number AS subject,
       CONCAT('was claimed in the night of ', o.created_in, ', but auto-renew is off since the night of ', f.switched_in) AS detail
FROM renewal_order o
JOIN auto_renew_off f ON f.subscription_id = o.subscription_id AND f.seq = o.seq - 1
WHERE o.state_in >= :since AND o.origin = 'AUTO' AND f.switched_in <= o.created_in
UNION ALL
SELECT a.merchant_reference,
       CONCAT('was charged in the night of ', a.planned_in, ', but auto-renew is off since the night of ', f.switched_in)
FROM charge_attempt a
JOIN renewal_order o ON o.order_number = a.order_number AND o.origin = 'AUTO'
JOIN auto_renew_off f ON f.subscription_id = o.subscription_id AND f.seq = o.seq - 1
WHERE a.planned_in >= :since AND f.switched_in <= a.planned_in
