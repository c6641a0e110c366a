-- Nights close in order: none while an earlier one is open, and none is missing in between
SELECT n.business_date AS subject, CONCAT('is CLOSED, but the night of ', earlier.business_date, ' before it is OPEN') AS detail
FROM night n
JOIN night earlier ON earlier.business_date < n.business_date AND earlier.state = 'OPEN'
WHERE n.state = 'CLOSED'
UNION ALL
SELECT n.business_date, 'has no night on the day before'
FROM night n
LEFT JOIN night previous ON previous.business_date = n.business_date - INTERVAL 1 DAY
WHERE previous.business_date IS NULL AND n.business_date > (SELECT MIN(business_date) FROM night)
