-- No charge is sent while a cancellation request, or another hold, of the subscription is open
-- Requests are filed before a night charges; one that ends frees its subscription in the night of its end.
SELECT a.merchant_reference AS subject,
       CONCAT('was charged in the night of ', a.planned_in, ', but the cancellation ', q.request_id, ' was open since ', q.filed_in)
           AS detail
FROM charge_attempt a
JOIN support_request q ON q.subscription_id = a.subscription_id AND q.kind = 'CANCEL'
WHERE a.planned_in >= :since AND q.filed_in <= a.planned_in
  AND (q.state NOT IN ('RESOLVED', 'REJECTED') OR q.state_in > a.planned_in)
UNION ALL
SELECT a.merchant_reference,
       CONCAT('was charged in the night of ', a.planned_in, ', but the hold ', h.reason, ' ', h.hold_key, ' runs ', h.begun_in, '..',
              COALESCE(h.ended_in, ''))
FROM charge_attempt a
JOIN subscription_hold h ON h.subscription_id = a.subscription_id
WHERE a.planned_in >= :since AND h.begun_in <= a.planned_in AND (h.ended_in IS NULL OR h.ended_in > a.planned_in)
