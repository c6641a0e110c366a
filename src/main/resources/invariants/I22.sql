-- Numbers run without a gap in each series, and the counter stands one above the last
-- A night asks each of its documents for the one before; all documents asked, that is the whole series from 1 on.
SELECT d.number AS subject, CONCAT('has no document ', d.series_number - 1, ' of ', d.series, ' before it') AS detail
FROM document d
LEFT JOIN document previous ON previous.series = d.series AND previous.series_number = d.series_number - 1
WHERE d.issue_date >= :since AND d.series_number <> 1 AND previous.number IS NULL
UNION ALL
SELECT d.number, CONCAT('is document ', d.series_number, ' of ', d.series, ' beside ', other.number)
FROM document d
JOIN document other ON other.series = d.series AND other.series_number = d.series_number AND other.number <> d.number
WHERE d.issue_date >= :since
UNION ALL
SELECT c.series, CONCAT('stands at ', c.next_number, ', but its last document is not the one before')
FROM document_series c
WHERE (SELECT COUNT(*) FROM document d WHERE d.series = c.series AND d.series_number = c.next_number - 1) <> (c.next_number > 1)
   OR (SELECT COUNT(*) FROM document d WHERE d.series = c.series AND d.series_number = c.next_number) > 0
UNION ALL
SELECT d.number, CONCAT('is of the series ', d.series, ', which has no counter')
FROM document d
LEFT JOIN document_series s ON s.series = d.series
WHERE d.issue_date >= :since AND s.series IS NULL
