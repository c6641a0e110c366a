-- Terms of one subscription never overlap, and inside one anchor each begins on the day after the one before
SELECT later.subscription_id AS subject,
       CONCAT('term ', later.seq, ' begins on ', later.starts_on, ', but term ', earlier.seq, ' ends on ', earlier.ends_on)
           AS detail
FROM term later
JOIN term earlier ON earlier.subscription_id = later.subscription_id AND earlier.seq < later.seq
WHERE later.started_in >= :since
  AND (later.starts_on <= earlier.ends_on
    OR (earlier.seq = later.seq - 1 AND earlier.anchor = later.anchor
        AND later.starts_on <> earlier.ends_on + INTERVAL 1 DAY))
