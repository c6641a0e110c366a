-- Nothing is left in flight after the charges of a night
SELECT a.merchant_reference AS subject, CONCAT('is in flight since the night of ', a.planned_in) AS detail
FROM charge_attempt a
WHERE a.open_key = 1 AND a.state = 'INTENT' AND a.planned_in <= :d
