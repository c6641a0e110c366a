-- Every term that reached E-30 has a RENEWAL_NOTICE, RENEWAL_NOTICE_LATE or EXPIRY_NOTICE, whatever became of it
-- A night looks at the terms that reach it, at those of the day before, which may have been held on their last
-- day, and at what is new. On the last day itself a notice may wait for an open cancellation or for the register
-- of VAT ids; on the day after it must be recorded as missed (rules 5.5, 8.2).
SELECT subject, detail, left_out
FROM (SELECT t.subscription_id AS subject,
             CONCAT('term ', t.seq, ' ends on ', t.ends_on, ', but nothing says that the partner was, or could not be, told') AS detail,
             CASE
                 WHEN t.ends_on = :d + INTERVAL 30 DAY AND EXISTS (
                     SELECT 1 FROM subscription_hold h WHERE h.subscription_id = t.subscription_id AND h.ended_in IS NULL)
                     THEN 'CANCEL_REQUEST_OPEN'
                 WHEN t.ends_on = :d + INTERVAL 30 DAY AND EXISTS (
                     SELECT 1 FROM partner p JOIN vat_answer v ON v.vat_id = p.vat_id
                     WHERE p.partner_id = s.partner_id AND v.asked_on = :d AND v.answer = 'UNAVAILABLE') THEN 'TAX_UNAVAILABLE'
                 WHEN EXISTS (
                     SELECT 1 FROM batch_run r
                     JOIN batch_step p ON p.run_id = r.run_id
                     JOIN batch_item i ON i.step_id = p.step_id
                     WHERE r.job = 'notices' AND r.business_date = :d AND i.state = 'PARKED'
                       AND i.item_key = t.subscription_id) THEN 'PARKED'
             END AS left_out
      FROM (SELECT subscription_id, seq FROM term
            WHERE active_key = 1 AND ends_on BETWEEN :since + INTERVAL 29 DAY AND :d + INTERVAL 30 DAY
            UNION SELECT subscription_id, seq FROM term WHERE started_in >= :since AND ends_on <= :d + INTERVAL 30 DAY) looked_at
      JOIN term t ON t.subscription_id = looked_at.subscription_id AND t.seq = looked_at.seq
      JOIN subscription s ON s.subscription_id = t.subscription_id
      LEFT JOIN auto_renew_off f ON f.subscription_id = t.subscription_id AND f.seq = t.seq
      WHERE t.state <> 'CANCELLED' AND s.state <> 'CANCELLED' AND s.created_in <= :d
        AND NOT (f.switched_in IS NOT NULL AND f.switched_in > t.ends_on - INTERVAL 8 DAY)
        AND NOT EXISTS (
            SELECT 1 FROM notice n
            WHERE n.subject = CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
              AND n.code IN ('RENEWAL_NOTICE', 'RENEWAL_NOTICE_LATE', 'EXPIRY_NOTICE'))) checked
