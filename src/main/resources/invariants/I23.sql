-- Within a series a higher number never has an earlier date
SELECT d.number AS subject, CONCAT('was issued on ', d.issue_date, ', before ', earlier.number, ' of ', earlier.issue_date) AS detail
FROM document d
JOIN document earlier ON earlier.series = d.series AND earlier.series_number = d.series_number - 1
WHERE d.issue_date >= :since AND d.issue_date < earlier.issue_date
UNION ALL
SELECT d.number, CONCAT('was issued on ', d.issue_date, ', after ', later.number, ' of ', later.issue_date)
FROM document d
JOIN document later ON later.series = d.series AND later.series_number = d.series_number + 1
WHERE d.issue_date >= :since AND later.issue_date < :since AND later.issue_date < d.issue_date
