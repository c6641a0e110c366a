-- Inside the window, with auto-renew ON, every renewal was claimed, or the night says why not
-- A reason counts only where it is so; of the notices those that were sent early enough decide (rules 3.6), so
-- that the mails of the same night change nothing. A renewal whose order ended because another payment method was
-- given is claimed again (rules 3.8, 7.4). Looks at the whole window every night: what was rightly held yesterday
-- may be due today.
SELECT s.subscription_id AS subject,
       CONCAT('expired on ', s.term_ends_on, ' with auto-renew ON, but was ',
              COALESCE(CONCAT(r.outcome, ' as ', r.reason, ', which is not so'), 'neither claimed nor held')) AS detail,
       CASE
           WHEN r.outcome = 'PARKED' THEN 'PARKED'
           WHEN CASE r.reason
               WHEN 'NO_NOTICE' THEN s.payment_method = 'CARD' AND s.offer NOT IN (:offers_without_notice) AND n.notice_id IS NULL
               WHEN 'NOTICE_TOO_RECENT' THEN s.payment_method = 'CARD' AND s.offer NOT IN (:offers_without_notice) AND n.notice_id IS NULL
               WHEN 'QUALIFICATION_MISSING' THEN s.offer IN (:offers_with_qualification) AND NOT EXISTS (
                   SELECT 1 FROM qualification q
                   WHERE q.partner_id = s.partner_id AND q.offer = s.offer AND q.passed
                     AND q.checked_on BETWEEN :d - INTERVAL :qualification_valid_days DAY AND :d)
               WHEN 'TRANSFER_CONTACT_MISSING' THEN s.payment_method = 'TRANSFER' AND '' IN (p.contact_name, p.phone, p.email)
               WHEN 'TAX_UNAVAILABLE' THEN TRUE
               ELSE EXISTS (
                   SELECT 1 FROM subscription_hold h
                   WHERE h.subscription_id = s.subscription_id AND h.reason = r.reason AND h.ended_in IS NULL)
               END THEN r.reason
       END AS left_out
FROM subscription s
JOIN partner p ON p.partner_id = s.partner_id
JOIN term t ON t.subscription_id = s.subscription_id AND t.seq = s.term_seq
LEFT JOIN renewal_outcome r ON r.business_date = :d AND r.subscription_id = s.subscription_id AND r.outcome IN ('HELD', 'PARKED')
LEFT JOIN notice n ON n.subject = CONCAT('TERM:', s.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'))
    AND n.code IN ('RENEWAL_NOTICE', 'RENEWAL_NOTICE_LATE') AND n.role = 'PARTNER' AND n.state = 'SENT'
    AND n.sent_on <= :d - INTERVAL :charge_lead_days DAY
WHERE s.state IN ('ACTIVE', 'IN_WINDOW') AND s.created_in <= :d
  AND s.term_ends_on BETWEEN :d - INTERVAL :window_days DAY AND :d - INTERVAL 1 DAY
  AND NOT EXISTS (SELECT 1 FROM auto_renew_off f WHERE f.subscription_id = s.subscription_id AND f.seq = s.term_seq)
  AND NOT EXISTS (
      SELECT 1 FROM renewal_order o
      WHERE o.subscription_id = s.subscription_id AND o.seq = s.term_seq + 1
        AND NOT (o.origin = 'AUTO' AND o.state = 'CANCELLED' AND o.state_reason <=> 'PAYMENT_METHOD')
        AND NOT (o.origin = 'AUTO' AND o.state = 'FAILED' AND s.method_given_in > o.state_in))
