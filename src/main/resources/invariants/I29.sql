-- An invoice is marked reversed exactly when credit notes cover its whole gross
SELECT subject,
       CONCAT('is over ', gross, ' with credit notes over ', noted, ', but is marked as ',
              COALESCE(CONCAT(credited, ' credited of ', marked), 'nothing')) AS detail
FROM (SELECT i.number AS subject, i.gross, i.subscription_id, i.seq,
             COALESCE((SELECT SUM(c.gross) FROM document c FORCE INDEX (corrections) WHERE c.corrects_number = i.number), 0) AS noted
      FROM (SELECT number FROM document WHERE issue_date >= :since AND type = 'INVOICE'
            UNION SELECT corrects_number FROM document WHERE issue_date >= :since AND type = 'CREDIT_NOTE') looked_at
      JOIN document i ON i.number = looked_at.number AND i.type = 'INVOICE') invoice
LEFT JOIN (SELECT number, gross AS marked, credited, reversed, subscription_id AS of_subscription, seq AS of_seq
           FROM document_status) s ON s.number = subject
WHERE s.number IS NULL OR marked <> gross OR credited <> noted OR reversed <> (noted = gross)
   OR of_subscription <> subscription_id OR of_seq <> seq
