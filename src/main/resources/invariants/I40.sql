-- Nothing silent: past its last day no notice still waits to be sent, and after a night none is in its dialogue
SELECT n.notice_id AS subject, CONCAT(n.code, ' of ', n.subject, ' is ', n.state, ', its last day is ', n.last_on) AS detail
FROM notice n
WHERE n.waits_for = 'NIGHT' AND n.planned_in <= :d AND (n.last_on < :d OR n.state = 'SENDING')
