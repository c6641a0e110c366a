-- A completed run accounts for every item of its plan: planned = done + skipped + parked, none pending, each parked one with its error
SELECT subject,
       CONCAT('is ', state, ' with ', planned, ' planned, ', done, ' done, ', skipped, ' skipped, ', parked, ' parked; of its ', items,
              ' items ', items_done, ' are done, ', items_skipped, ' skipped, ', items_parked, ' parked, ', unexplained,
              ' of these without a reason') AS detail
FROM (SELECT CONCAT(r.job, ' of ', r.business_date, CASE r.scope WHEN '' THEN '' ELSE CONCAT(' for ', r.scope) END, ', ', s.step) AS subject,
             s.state, s.planned, s.done, s.skipped, s.parked, COUNT(i.ordinal) AS items,
             COUNT(CASE WHEN i.state = 'DONE' THEN 1 END) AS items_done,
             COUNT(CASE WHEN i.state = 'SKIPPED' THEN 1 END) AS items_skipped,
             COUNT(CASE WHEN i.state = 'PARKED' THEN 1 END) AS items_parked,
             COUNT(CASE WHEN (i.state = 'PARKED' AND COALESCE(i.error, '') = '')
                          OR (i.state = 'SKIPPED' AND COALESCE(i.reason, '') = '') THEN 1 END) AS unexplained
      FROM batch_run r
      JOIN batch_step s ON s.run_id = r.run_id
      LEFT JOIN batch_item i ON i.step_id = s.step_id
      WHERE r.business_date >= :since AND r.state = 'COMPLETED'
      GROUP BY s.step_id) counted
WHERE state <> 'COMPLETED' OR planned <> items OR done <> items_done OR skipped <> items_skipped OR parked <> items_parked
   OR planned <> done + skipped + parked OR unexplained > 0
