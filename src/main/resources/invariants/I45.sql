-- Every issued document is in exactly one live batch, that of its day
SELECT d.number AS subject,
       CONCAT('was issued on ', d.issue_date, ', but is in ', COALESCE(CONCAT('the batch of ', b.business_date), 'no batch')) AS detail
FROM document d
LEFT JOIN invoice_batch_document b ON b.number = d.number
WHERE d.issue_date >= :since AND d.issue_date <= :d AND (b.number IS NULL OR b.business_date <> d.issue_date)
UNION ALL
SELECT d.number, CONCAT('is in ', COUNT(*), ' batches')
FROM document d
JOIN invoice_batch_document b ON b.number = d.number
WHERE d.issue_date >= :since
GROUP BY d.number
HAVING COUNT(*) > 1
