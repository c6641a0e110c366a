-- No automatic renewal was claimed after auto-renew had been switched off
-- Inside one night requests are read before anything is claimed, so a switch of that night came first. Only an
-- order that follows another one of its renewal can be older: a request for another payment method made it
-- before the switch was read (rules 3.4, 7.4).
SELECT o.order_number AS subject,
       CONCAT('was claimed in the night of ', o.created_in, ', but auto-renew is off since the night of ', f.switched_in) AS detail
FROM renewal_order o
JOIN auto_renew_off f ON f.subscription_id = o.subscription_id AND f.seq = o.seq - 1
WHERE o.state_in >= :since AND o.origin = 'AUTO'
  AND (f.switched_in < o.created_in
    OR (f.switched_in = o.created_in AND NOT EXISTS (
            SELECT 1 FROM renewal_order earlier
            WHERE earlier.subscription_id = o.subscription_id AND earlier.seq = o.seq AND earlier.origin = 'AUTO'
              AND earlier.order_number <> o.order_number AND earlier.created_in <= o.created_in)))
