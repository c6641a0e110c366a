-- The control totals of a batch equal its documents, credit notes negative
SELECT CONCAT(b.business_date, ' ', c.currency) AS subject,
       CONCAT('says ', COALESCE(CONCAT(t.documents, ' documents, ', t.net, ' + ', t.tax, ' = ', t.gross), 'nothing'), ', its documents say ',
              COALESCE(CONCAT(d.documents, ' documents, ', d.net, ' + ', d.tax, ' = ', d.gross), 'nothing')) AS detail
FROM invoice_batch b
JOIN (SELECT business_date, currency FROM invoice_batch_total WHERE business_date >= :since
      UNION SELECT m.business_date, i.currency FROM invoice_batch_document m JOIN document i ON i.number = m.number
      WHERE m.business_date >= :since) c ON c.business_date = b.business_date
LEFT JOIN invoice_batch_total t ON t.business_date = c.business_date AND t.currency = c.currency
LEFT JOIN (SELECT m.business_date, i.currency, COUNT(*) AS documents,
                  SUM(CASE i.type WHEN 'CREDIT_NOTE' THEN -i.net ELSE i.net END) AS net,
                  SUM(CASE i.type WHEN 'CREDIT_NOTE' THEN -i.tax ELSE i.tax END) AS tax,
                  SUM(CASE i.type WHEN 'CREDIT_NOTE' THEN -i.gross ELSE i.gross END) AS gross
           FROM invoice_batch_document m JOIN document i ON i.number = m.number
           WHERE m.business_date >= :since
           GROUP BY m.business_date, i.currency) d ON d.business_date = c.business_date AND d.currency = c.currency
WHERE b.business_date >= :since
  AND NOT (t.documents <=> d.documents AND t.net <=> d.net AND t.tax <=> d.tax AND t.gross <=> d.gross)
UNION ALL
SELECT b.business_date, CONCAT('says ', b.documents, ' documents, but holds ', COUNT(m.number))
FROM invoice_batch b
LEFT JOIN invoice_batch_document m ON m.business_date = b.business_date
WHERE b.business_date >= :since
GROUP BY b.business_date, b.documents
HAVING b.documents <> COUNT(m.number)
