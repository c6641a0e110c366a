-- An issued document has a number that says its type, year and place in the series, and the hash of its content
SELECT d.number AS subject,
       CONCAT('is document ', d.series_number, ' of ', d.series, ', a ', d.type, ' of ', d.issue_date, ', with the hash ''',
              d.content_sha256, '''') AS detail
FROM document d
WHERE d.issue_date >= :since
  AND (d.series <> CONCAT(CASE d.type WHEN 'INVOICE' THEN 'INV-' ELSE 'CN-' END, YEAR(d.issue_date))
    OR d.number <> CONCAT(d.series, '-', LPAD(d.series_number, GREATEST(6, LENGTH(d.series_number)), '0'))
    OR d.content_sha256 NOT REGEXP '^[0-9a-f]{64}$')
