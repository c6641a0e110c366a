-- Arithmetic: line = quantity x unit, tax per rate = round(sum of lines x rate), totals add up
-- Rates are basis points. Rounds half up to the currency's step in whole numbers: three-digit currencies are
-- charged in steps of ten (rules 5.1).
SELECT l.number AS subject,
       CONCAT('line ', l.line, ': ', l.quantity, ' x ', l.unit_net, ' is not ', l.net) AS detail
FROM document d
JOIN document_line l ON l.number = d.number
WHERE d.issue_date >= :since AND l.net <> l.quantity * l.unit_net
UNION ALL
SELECT number, CONCAT('tax of ', basis, ' at ', tax_rate, ' basis points is ', expected, ', not ', tax)
FROM (SELECT d.number, l.tax_rate, SUM(l.net) AS basis, SUM(l.tax) AS tax,
             (2 * SUM(l.net) * l.tax_rate
                 + 10000 * CASE WHEN d.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 10 ELSE 1 END)
             DIV (20000 * CASE WHEN d.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 10 ELSE 1 END)
             * CASE WHEN d.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 10 ELSE 1 END AS expected
      FROM document d
      JOIN document_line l ON l.number = d.number
      WHERE d.issue_date >= :since
      GROUP BY d.number, d.currency, l.tax_rate) rates
WHERE tax <> expected
UNION ALL
SELECT d.number,
       CONCAT('says ', d.net, ' + ', d.tax, ' = ', d.gross, ', its lines say ', COALESCE(SUM(l.net), 'nothing'), ' + ',
              COALESCE(SUM(l.tax), 'nothing'))
FROM document d
LEFT JOIN document_line l ON l.number = d.number
WHERE d.issue_date >= :since
GROUP BY d.number, d.net, d.tax, d.gross
HAVING COUNT(l.line) = 0 OR d.net <> SUM(l.net) OR d.tax <> SUM(l.tax) OR d.gross <> d.net + d.tax
