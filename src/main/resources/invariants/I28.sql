-- A credit note names an issued invoice of the same seller, order and currency, is not earlier, and all of them never exceed it
SELECT c.number AS subject,
       CASE
           WHEN i.number IS NULL THEN CONCAT('corrects ', COALESCE(c.corrects_number, 'nothing'), ', which is no invoice')
           ELSE CONCAT('of ', c.issue_date, ' for ', c.order_number, ' in ', c.currency, ' corrects ', i.number, ' of ', i.issue_date,
                       ' for ', i.order_number, ' in ', i.currency, ' of ', i.seller_name)
       END AS detail
FROM document c
LEFT JOIN document i ON i.number = c.corrects_number AND i.type = 'INVOICE'
WHERE c.issue_date >= :since AND c.type = 'CREDIT_NOTE'
  AND (i.number IS NULL OR i.currency <> c.currency OR i.order_number <> c.order_number OR c.issue_date < i.issue_date
    OR i.seller_name <> c.seller_name OR i.seller_vat_id <> c.seller_vat_id)
UNION ALL
SELECT number, CONCAT('is over ', gross, ', but its credit notes are over ', noted)
FROM (SELECT i.number, i.gross, (SELECT SUM(c.gross) FROM document c FORCE INDEX (corrections) WHERE c.corrects_number = i.number) AS noted
      FROM (SELECT DISTINCT corrects_number FROM document WHERE issue_date >= :since AND type = 'CREDIT_NOTE') looked_at
      JOIN document i ON i.number = looked_at.corrects_number) credited
WHERE noted > gross
