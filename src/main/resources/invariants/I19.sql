-- After a hard decline no further attempt is made on the same order
SELECT later.merchant_reference AS subject,
       CONCAT('was made in the night of ', later.planned_in, ', but ', a.merchant_reference, ' had been declined for good') AS detail
FROM charge_attempt later
JOIN charge_attempt a ON a.order_number = later.order_number AND a.attempt_no < later.attempt_no
WHERE later.planned_in >= :since AND a.state = 'DECLINED_HARD'
