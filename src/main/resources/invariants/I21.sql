-- No two live invoices for one term
SELECT s.number AS subject,
       CONCAT('is live beside ', other.number, ', both for term ', s.seq, ' of ', s.subscription_id) AS detail
FROM document d
JOIN document_status s ON s.number = d.number AND s.live_key = 1
JOIN document_status other ON other.subscription_id = s.subscription_id AND other.seq = s.seq AND other.live_key = 1
    AND other.number <> s.number
WHERE d.issue_date >= :since
