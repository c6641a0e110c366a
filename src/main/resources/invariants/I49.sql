-- Nights close in order: none while an earlier one is open, and none is missing in between
SELECT n.business_date AS subject, CONCAT('is CLOSED, but the night of ', earlier.oldest, ' before it is OPEN') AS detail
FROM night n
JOIN (SELECT MIN(business_date) AS oldest FROM night WHERE state = 'OPEN') earlier ON earlier.oldest < n.business_date
WHERE n.state = 'CLOSED'
UNION ALL
SELECT n.business_date, 'has no night on the day before'
FROM night n
LEFT JOIN night previous ON previous.business_date = n.business_date - INTERVAL 1 DAY
WHERE previous.business_date IS NULL AND n.business_date > (SELECT MIN(business_date) FROM night)
