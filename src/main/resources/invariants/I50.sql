-- No run of a closed night is unfinished, and no run is left by a process that died
-- A run of one subscription that did not complete is STOPPED by the night as a whole, which does all that it would
-- have. Whoever asks about its own night holds the lease; only the check of everything, which may come from outside,
-- looks how old the lease is, by the clock of the database that wrote it.
SELECT CONCAT(r.job, ' of ', r.business_date, CASE r.scope WHEN '' THEN '' ELSE CONCAT(' for ', r.scope) END) AS subject,
       CASE
           WHEN n.state = 'CLOSED' THEN CONCAT('is ', r.state, ', but the night is closed')
           WHEN r.fence <> f.fence THEN CONCAT('is RUNNING under fence ', r.fence, ', which fence ', f.fence, ' took over')
           ELSE CONCAT('is RUNNING, but its process was last seen at ', COALESCE(l.beat_at, 'no time'))
       END AS detail
FROM batch_run r
JOIN night n ON n.business_date = r.business_date
CROSS JOIN night_fence f
CROSS JOIN night_lease l
WHERE r.state <> 'COMPLETED'
  AND ((n.state = 'CLOSED' AND (r.scope = '' OR r.state IN ('RUNNING', 'FAILED')))
    OR (r.state = 'RUNNING' AND r.fence <> f.fence)
    OR (r.state = 'RUNNING' AND :full
        AND (l.owner IS NULL OR l.beat_at IS NULL OR l.beat_at < UTC_TIMESTAMP(3) - INTERVAL :lease_seconds SECOND)))
