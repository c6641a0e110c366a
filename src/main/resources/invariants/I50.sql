-- No run of a closed night is unfinished, and no run is left by a process that died
SELECT CONCAT(r.job, ' of ', r.business_date, CASE r.scope WHEN '' THEN '' ELSE CONCAT(' for ', r.scope) END) AS subject,
       CONCAT('is ', r.state, ', but the night is closed') AS detail
FROM batch_run r
JOIN night n ON n.business_date = r.business_date
WHERE n.state = 'CLOSED'
  AND (r.state = 'RUNNING' OR (r.state <> 'COMPLETED' AND r.scope = ''))
  AND NOT (r.job = 'verify' AND n.accepted_violations IS NOT NULL)
UNION ALL
SELECT CONCAT(r.job, ' of ', r.business_date, CASE r.scope WHEN '' THEN '' ELSE CONCAT(' for ', r.scope) END),
       CASE
           WHEN r.fence <> f.fence THEN CONCAT('is RUNNING under fence ', r.fence, ', which fence ', f.fence, ' took over')
           ELSE CONCAT('is RUNNING, but its process was last seen at ', COALESCE(l.beat_at, 'no time'))
       END
FROM batch_run r
CROSS JOIN night_fence f
CROSS JOIN night_lease l
WHERE r.state = 'RUNNING'
  AND (r.fence <> f.fence OR l.owner IS NULL OR l.beat_at IS NULL OR l.beat_at < :now - INTERVAL :lease_seconds SECOND)
