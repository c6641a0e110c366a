-- A notice that will not be sent says why
SELECT n.notice_id AS subject, CONCAT(n.code, ' of ', n.subject, ' is ', n.state, ' without a reason') AS detail
FROM notice n
WHERE n.state_in >= :since AND n.state IN ('SUPPRESSED', 'MISSED', 'FAILED_PERM') AND COALESCE(n.reason, '') = ''
