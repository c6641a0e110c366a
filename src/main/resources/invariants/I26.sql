-- Mandatory content: seller and buyer, supply period = term, and for a reverse charge VAT id, evidence, mention and zero tax
-- Evidence is a VALID of the register, not older than it may serve at the claim, and no INVALID after it (rules 5.5). Where the
-- VAT id was changed since, it is one of the day of the invoice, which a credit note repeats.
SELECT subject, detail
FROM (SELECT d.number AS subject,
             CASE
                 WHEN '' IN (d.seller_name, d.seller_vat_id, d.seller_country, d.seller_address) THEN 'does not name its seller'
                 WHEN '' IN (d.buyer_name, d.buyer_country, d.buyer_address) THEN 'does not name its buyer'
                 WHEN d.term_starts_on <> o.starts_on OR d.term_ends_on <> o.ends_on
                     THEN CONCAT('is for ', d.term_starts_on, '..', d.term_ends_on, ', its order for ', o.starts_on, '..', o.ends_on)
                 WHEN d.tax_treatment IN ('REVERSE_CHARGE', 'OUT_OF_SCOPE') AND d.tax <> 0
                     THEN CONCAT('is ', d.tax_treatment, ', but has a tax of ', d.tax)
                 WHEN d.tax_treatment <> 'REVERSE_CHARGE' THEN NULL
                 WHEN d.mention = '' THEN 'does not say that the buyer owes the tax'
                 WHEN d.buyer_vat_id = '' THEN 'is REVERSE_CHARGE, but has no VAT id of the buyer'
                 WHEN LEFT(d.buyer_vat_id, 2) = LEFT(d.seller_vat_id, 2)
                     THEN CONCAT('is REVERSE_CHARGE, but the VAT id ', d.buyer_vat_id, ' is of the seller''s country')
                 WHEN NOT EXISTS (
                     SELECT 1 FROM vat_answer v
                     WHERE v.vat_id = d.buyer_vat_id AND v.answer = 'VALID'
                       AND v.asked_on BETWEEN o.created_in - INTERVAL :vat_answer_valid_days DAY AND o.created_in
                       AND NOT EXISTS (
                           SELECT 1 FROM vat_answer later
                           WHERE later.vat_id = v.vat_id AND later.answer = 'INVALID'
                             AND later.asked_on > v.asked_on AND later.asked_on <= o.created_in))
                  AND NOT EXISTS (
                     SELECT 1 FROM vat_answer v
                     WHERE v.vat_id = d.buyer_vat_id AND v.answer = 'VALID'
                       AND v.asked_on BETWEEN i.issue_date - INTERVAL :vat_answer_valid_days DAY AND i.issue_date
                       AND NOT EXISTS (
                           SELECT 1 FROM vat_answer later
                           WHERE later.vat_id = v.vat_id AND later.answer = 'INVALID'
                             AND later.asked_on > v.asked_on AND later.asked_on <= i.issue_date))
                     THEN CONCAT('is REVERSE_CHARGE, but no answer says that ', d.buyer_vat_id, ' was valid on ', o.created_in)
             END AS detail
      FROM document d
      JOIN renewal_order o ON o.order_number = d.order_number
      JOIN document i ON i.number = COALESCE(d.corrects_number, d.number)
      WHERE d.issue_date >= :since) checked
WHERE detail IS NOT NULL
