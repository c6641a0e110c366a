-- Term dates are exactly anchor arithmetic: anchor + n years .. anchor + (n + 1) years - 1 day
-- Adding years to 29 February gives 28 February in a common year, as rules 1.3 want it; so the year of the first
-- day is always that of the anchor + n.
SELECT t.subscription_id AS subject,
       CONCAT('term ', t.seq, ' runs ', t.starts_on, '..', t.ends_on, ', but the anchor ', t.anchor, ' gives ',
              t.anchor + INTERVAL t.n YEAR, '..', t.anchor + INTERVAL t.n + 1 YEAR - INTERVAL 1 DAY) AS detail
FROM (SELECT subscription_id, seq, anchor, starts_on, ends_on,
             CAST(YEAR(starts_on) AS SIGNED) - CAST(YEAR(anchor) AS SIGNED) AS n
      FROM term WHERE started_in >= :since) t
WHERE t.n < 0
   OR t.starts_on <> t.anchor + INTERVAL t.n YEAR
   OR t.ends_on <> t.anchor + INTERVAL t.n + 1 YEAR - INTERVAL 1 DAY
