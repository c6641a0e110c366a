-- Ways to break the world of world.sql. Each begins with the invariants that see it: the one that is meant, then what follows
-- from it; what in the schema refuses it; and whether only the check of everything sees it, mostly because the rows are of an earlier night.

-- == Terms, subscriptions, windows, and what switches a renewal off

-- I01 I02 I09: a term begins before the one before it ended
UPDATE term SET starts_on = '2026-06-22' WHERE subscription_id = 'auto-card' AND seq = 1;

-- I01 I02 I04 I05 I09: a day is missing between two terms of one anchor
UPDATE term SET starts_on = '2026-06-24' WHERE subscription_id = 'auto-card' AND seq = 1;

-- I02 I05 I09: a term is a day too long
UPDATE term SET ends_on = '2027-06-23' WHERE subscription_id = 'auto-card' AND seq = 1;

-- I02 I09: a term begins before its anchor
UPDATE term SET anchor = '2027-06-23' WHERE subscription_id = 'auto-card' AND seq = 1;

-- I02 I05 I09: the term of a leap year is computed from the term before [only everything]
UPDATE term SET ends_on = '2027-02-28' WHERE subscription_id = 'leap' AND seq = 1;

-- I03 I05 I09 I33: a number is missing between two terms
UPDATE term SET seq = 2 WHERE subscription_id = 'auto-card' AND seq = 1;

-- I04 I05: a term that is over is still ACTIVE
UPDATE term SET state = 'ACTIVE' WHERE subscription_id = 'off';

-- I04 I05 I09: an ACTIVE term has not begun
UPDATE term SET anchor = '2026-06-24', starts_on = '2026-06-24', ends_on = '2027-06-23' WHERE subscription_id = 'P-buy';

-- I04 I05: two terms are ACTIVE [refused by one_active_term]
UPDATE term SET state = 'ACTIVE' WHERE subscription_id = 'auto-card';

-- I05: a subscription in its window says ACTIVE
UPDATE subscription SET state = 'ACTIVE' WHERE subscription_id = 'off';

-- I05: a renewed subscription says IN_WINDOW
UPDATE subscription SET state = 'IN_WINDOW' WHERE subscription_id = 'auto-card';

-- I05: a subscription names the term before its newest
UPDATE subscription SET term_seq = 0 WHERE subscription_id = 'auto-card';

-- I05: a subscription is in a window that ended
UPDATE subscription SET state = 'IN_WINDOW' WHERE subscription_id = 'lapsed';
UPDATE renewal_window SET lapsed_in = NULL WHERE subscription_id = 'lapsed';

-- I05: a subscription lapsed without a word
UPDATE renewal_window SET lapsed_in = NULL WHERE subscription_id = 'lapsed';

-- I05 I20: a purchase can no longer be paid and still waits
UPDATE renewal_order SET state = 'CANCELLED', state_in = '2026-06-23' WHERE subscription_id = 'P-wait';

-- I05: a subscription was cancelled, but its order still waits for payment [only everything]
UPDATE subscription SET state = 'CANCELLED', state_reason = 'UNPAID' WHERE subscription_id = 'P-wait';

-- I05: a subscription has no newest term [refused by a_subscription_that_was_paid_has_a_term]
UPDATE subscription SET term_seq = NULL WHERE subscription_id = 'auto-card';

-- I05 I06: a subscription lapsed before its window ended
UPDATE subscription SET state = 'LAPSED' WHERE subscription_id = 'off';
UPDATE renewal_window SET lapsed_in = '2026-06-23' WHERE subscription_id = 'off';

-- I06: an order is claimed on the last day of the term
UPDATE renewal_order SET ordered_on = '2026-06-22' WHERE order_number = 'auto-card-20260623-1';

-- I06: a manual order is of the day after the window
UPDATE renewal_order SET ordered_on = '2026-07-16' WHERE order_number = 'manual-20260621-1';

-- I06: a window is a day too short
UPDATE renewal_window SET closes_on = '2026-07-21' WHERE subscription_id = 'soft';

-- I06: a window opens a day late [refused by a_window_follows_the_term]
UPDATE renewal_window SET opens_on = '2026-06-24' WHERE subscription_id = 'soft';

-- I06: a subscription lapses on the last day of its window [only everything]
UPDATE renewal_window SET lapsed_in = '2026-06-22' WHERE subscription_id = 'lapsed';

-- I06: benefits end before the window
UPDATE renewal_window SET benefits_until = '2026-06-22' WHERE subscription_id = 'soft';

-- I07: a renewal is claimed although it was switched off the night before
UPDATE renewal_order SET created_in = '2026-06-16' WHERE subscription_id = 'carried';

-- I07: a renewal is claimed although it was switched off in the same night
UPDATE renewal_order SET created_in = '2026-06-15' WHERE subscription_id = 'carried';

-- I07: a card is charged although its renewal was switched off after the claim
UPDATE renewal_order SET created_in = '2026-06-22' WHERE subscription_id = 'soft';
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause) VALUES ('soft', 0, '2026-06-22', '2026-06-23', 'CANCELLATION');
UPDATE support_request SET subscription_id = 'soft' WHERE request_id = 'r-6';

-- I08: a term is OFF, but nobody asked for it
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause)
VALUES ('ahead', 0, '2026-06-22', '2026-06-23', 'CANCELLATION');

-- I08: a term carries an OFF over that is not there
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause)
VALUES ('auto-card', 1, '2026-06-22', '2026-06-23', 'CARRIED');

-- I08: an OFF is lost by an automatic renewal
DELETE FROM auto_renew_off WHERE subscription_id = 'carried' AND seq = 1;

-- I08: a term is switched off twice [refused by PRIMARY]
INSERT INTO auto_renew_off SELECT 'carried', 1, '2026-06-15', '2026-06-23', 'CARRIED';

-- I08: a term that is not there is OFF [refused by a_switch_is_of_a_term]
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause) VALUES ('P-buy', 1, '2026-06-22', '2026-06-23', 'CARRIED');

-- I08: a request to switch off was accepted and forgotten
UPDATE request SET type = 'AUTO_RENEW_OFF' WHERE request_id = 'r-7';
DELETE FROM auto_renew_off WHERE subscription_id = 'manual';

-- I09 I20: a term stems from an order that failed
UPDATE renewal_order SET state = 'FAILED' WHERE order_number = 'auto-card-20260623-1';

-- I09: a term stems from no order [refused by a_term_is_of_an_order]
UPDATE term SET order_number = 'none' WHERE subscription_id = 'auto-card' AND seq = 1;

-- I09: an automatic renewal changes the anchor
UPDATE term SET anchor = '2026-06-23' WHERE subscription_id = 'auto-card' AND seq = 1;
UPDATE renewal_order SET anchor = '2026-06-23' WHERE order_number = 'auto-card-20260623-1';

-- I09 I05: a paid order started no term
DELETE FROM term WHERE subscription_id = 'P-buy';
UPDATE subscription SET state = 'PENDING', term_seq = NULL, term_ends_on = NULL WHERE subscription_id = 'P-buy';
UPDATE renewal_order SET state_in = '2026-06-23' WHERE subscription_id = 'P-buy';

-- I09 I20: a term is renewed twice [refused by one_paid_order_per_term]
UPDATE renewal_order SET state = 'PAID' WHERE order_number = 'switched-20260620-1';

-- == Claims, holds and the expiry of orders

-- I10: nobody claimed or held a renewal that was due
DELETE FROM renewal_outcome WHERE subscription_id = 'held';

-- I10: a renewal is held for a hold that ended
UPDATE subscription_hold SET ended_in = '2026-06-22' WHERE subscription_id = 'held';

-- I10: a renewal waits for a notice that went out in time
UPDATE notice SET sent_on = '2026-06-08' WHERE subscription_id = 'too-recent' AND state = 'SENT';

-- I10: a renewal is held for want of a contact that is there
UPDATE renewal_outcome SET reason = 'TRANSFER_CONTACT_MISSING' WHERE subscription_id = 'held';

-- I10: a renewal is held for want of a qualification that it does not need
UPDATE renewal_outcome SET reason = 'QUALIFICATION_MISSING' WHERE subscription_id = 'held';

-- I10: an order ended for another payment method, and the renewal was not claimed again
UPDATE renewal_order SET state = 'CANCELLED', state_reason = 'PAYMENT_METHOD', next_attempt_on = NULL WHERE subscription_id = 'soft';

-- I11: the check was 31 days old
UPDATE qualification SET checked_on = '2026-05-23';

-- I11: the check was not passed
UPDATE qualification SET passed = FALSE;

-- I12: a card was charged while a cancellation was open
UPDATE support_request SET filed_in = '2026-06-23', subscription_id = 'auto-card' WHERE request_id = 'r-5';

-- I12: a card was charged before a cancellation ended [only everything]
UPDATE support_request SET filed_in = '2026-06-21', state = 'REJECTED', state_in = '2026-06-23', subscription_id = 'retried'
WHERE request_id = 'r-5';

-- I12: a card was charged although a person held it
INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in) VALUES ('auto-card', 'BY_HAND', 'look first', '2026-06-20');

-- I13: a transfer is overdue and still open
UPDATE renewal_order SET due_on = '2026-06-22' WHERE subscription_id = 'auto-transfer';

-- I13: a purchase by transfer is overdue and still open
UPDATE renewal_order SET due_on = '2026-06-22' WHERE subscription_id = 'P-wait';

-- I13 I20: a purchase by card waits past its days
UPDATE renewal_order SET payment_method = 'CARD', card_id = 'card-1', due_on = NULL, ordered_on = '2026-05-20'
WHERE subscription_id = 'P-wait';

-- == Attempts to charge a card

-- I14 I15: an order is charged twice [refused by one_success_per]
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request,
                            state, planned_in, intended_at, settled_in, gateway_reference)
SELECT 'auto-card-20260623-1/2', order_number, 2, subscription_id, seq, 'card-1', gross, currency, '{}', 'SUCCEEDED', '2026-06-23', '2026-06-24 00:51:30', '2026-06-23', 'pi_second'
FROM renewal_order WHERE order_number = 'auto-card-20260623-1';

-- I14 I15: a renewed term is charged by two orders [refused by one_success_per_renewed_term]
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request,
                            state, planned_in, intended_at, settled_in, gateway_reference)
SELECT 'switched-20260620-1/1', order_number, 1, subscription_id, seq, 'card-1', gross, currency, '{}', 'SUCCEEDED', '2026-06-23', '2026-06-24 00:51:30', '2026-06-23', 'pi_second'
FROM renewal_order WHERE order_number = 'switched-20260620-1';

-- I15 I33: a charge has no payment
DELETE FROM allocation WHERE payment_id = 'CARD:auto-card-20260623-1/1';
DELETE FROM payment WHERE payment_id = 'CARD:auto-card-20260623-1/1';
UPDATE document_status SET paid = 0 WHERE subscription_id = 'auto-card';

-- I15 I30 I31: a payment is less than its charge
UPDATE payment SET amount = 50574 WHERE payment_id = 'CARD:auto-card-20260623-1/1';

-- I15: a card payment has no successful charge
UPDATE charge_attempt SET state = 'DECLINED_SOFT' WHERE subscription_id = 'auto-card';

-- I16: another amount is charged than the order costs
UPDATE charge_attempt SET amount = 50574 WHERE subscription_id = 'soft';

-- I16: another currency is charged
UPDATE charge_attempt SET currency = 'USD' WHERE subscription_id = 'hard';

-- I17: an intent is left without a result
UPDATE charge_attempt SET state = 'INTENT' WHERE subscription_id = 'doubt';

-- I17: an intent of an earlier night is left without a result
UPDATE charge_attempt SET state = 'INTENT', planned_in = '2026-06-22' WHERE subscription_id = 'doubt';

-- I18: an attempt follows on an UNKNOWN one
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request,
                            state, planned_in, intended_at, settled_in, gateway_reference)
SELECT 'doubt-20260623-1/2', order_number, 2, subscription_id, seq, 'card-1', gross, currency, '{}', 'DECLINED_SOFT', '2026-06-23', '2026-06-24 00:51:30', '2026-06-23', NULL
FROM renewal_order WHERE order_number = 'doubt-20260623-1';

-- I18: a second attempt is open [refused by no_attempt_while_one_is_open]
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request,
                            state, planned_in, intended_at, settled_in, gateway_reference)
SELECT 'doubt-20260623-1/2', order_number, 2, subscription_id, seq, 'card-1', gross, currency, '{}', 'UNKNOWN', '2026-06-23', '2026-06-24 00:51:30', NULL, NULL
FROM renewal_order WHERE order_number = 'doubt-20260623-1';

-- I18: an attempt was made before the one before it was settled [only everything]
UPDATE charge_attempt SET planned_in = '2026-06-22' WHERE merchant_reference = 'retried-20260622-1/2';

-- I18: an order was cancelled while its charge is UNKNOWN
UPDATE renewal_order SET state = 'CANCELLED' WHERE subscription_id = 'doubt';

-- I19: an attempt follows on a hard decline
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request,
                            state, planned_in, intended_at, settled_in, gateway_reference)
SELECT 'hard-20260623-1/2', order_number, 2, subscription_id, seq, 'card-1', gross, currency, '{}', 'DECLINED_SOFT', '2026-06-23', '2026-06-24 00:51:30', '2026-06-23', NULL
FROM renewal_order WHERE order_number = 'hard-20260623-1';

-- == Payments, allocations and refunds

-- I30: more is allocated than was paid
UPDATE allocation SET amount = 42501 WHERE payment_id = 'BANK:e-1';

-- I30: an invoice is marked as paid more than is allocated to it
UPDATE document_status SET paid = 1 WHERE subscription_id = 'auto-transfer';

-- I30: an invoice is marked as paid above its gross [refused by an_invoice_is_paid_and_credited_up_to_its_gross]
UPDATE document_status SET paid = gross + 1 WHERE subscription_id = 'auto-card';

-- I30: a payment is allocated to an invoice in another currency
UPDATE payment SET currency = 'USD' WHERE payment_id = 'BANK:e-1';

-- I30: what was paid too much is nobody's
DELETE FROM partner_credit;

-- I30: what was paid is allocated, and credited too
UPDATE partner_credit SET amount = 43000;

-- I31 I30 I33: a card payment is allocated to another order's invoice
UPDATE allocation SET number = 'INV-2026-000010' WHERE payment_id = 'CARD:auto-card-20260623-1/1';

-- I32: more is refunded than was paid
UPDATE refund SET amount = 50576;

-- I32 I26 I28: a refund has no credit note
UPDATE document SET order_number = 'unpaid-20260524-1', subscription_id = 'unpaid', seq = 1 WHERE number = 'CN-2026-000001';

-- I33: a term is ACTIVE, but its invoice is not paid in full
UPDATE allocation SET amount = 42400 WHERE payment_id = 'BANK:e-1';
UPDATE payment SET amount = 42400 WHERE payment_id = 'BANK:e-1';
UPDATE document_status SET paid = 42400 WHERE subscription_id = 'paid-later';

-- == Documents and their batches

-- I20 I31 I33: a paid order has no invoice
DELETE FROM batch_item WHERE step_id = 2 AND ordinal = 2;
UPDATE batch_step SET planned = 1, parked = 0 WHERE step_id = 2;

-- I20 I29: an expired order still has a live invoice
UPDATE document_status SET credited = 0 WHERE subscription_id = 'unpaid';

-- I20 I16: the invoice of a paid order is over another amount
UPDATE renewal_order SET net = 42499, gross = 50574 WHERE subscription_id = 'manual';

-- I21 I20 I29: two invoices are live for one term [refused by one_live_invoice_per_term]
UPDATE document_status SET credited = 0 WHERE number = 'INV-2026-000007';

-- I22 I20 I29 I31 I45 I46: a number is missing [refused by foreign key]
UPDATE document SET series_number = 16, number = 'INV-2026-000016' WHERE number = 'INV-2026-000011';
UPDATE document_line SET number = 'INV-2026-000016' WHERE number = 'INV-2026-000011';

-- I22: the counter runs ahead
UPDATE document_series SET next_number = 17 WHERE series = 'INV-2026';

-- I22 I24: a number is used twice [refused by one_document_per_number]
UPDATE document SET series_number = 9 WHERE number = 'INV-2026-000010';

-- I22: a series has no counter
DELETE FROM document_series WHERE series = 'CN-2026';

-- I23 I51: a higher number has an earlier date
UPDATE document SET issue_date = '2026-06-24' WHERE number = 'INV-2026-000010';

-- I24 I22: a number does not say the year of its document
UPDATE document SET series = 'INV-2025' WHERE number = 'INV-2026-000015';

-- I24: a document has no hash
UPDATE document SET content_sha256 = '' WHERE number = 'INV-2026-000015';

-- I24: a number does not say its place [refused by foreign key]
UPDATE document_line SET number = 'INV-2026-15' WHERE number = 'INV-2026-000015';
UPDATE document_status SET number = 'INV-2026-15' WHERE number = 'INV-2026-000015';
UPDATE allocation SET number = 'INV-2026-15' WHERE number = 'INV-2026-000015';
UPDATE invoice_batch_document SET number = 'INV-2026-15' WHERE number = 'INV-2026-000015';
UPDATE document SET number = 'INV-2026-15' WHERE number = 'INV-2026-000015';

-- I25: a line is not quantity x unit [refused by a_line_adds_up]
UPDATE document_line SET quantity = 2 WHERE number = 'INV-2026-000009';

-- I25 I20 I29 I30 I46: the tax is rounded down
UPDATE document_line SET tax = 8340 WHERE number = 'INV-2026-000011';
UPDATE document SET tax = 8340, gross = 52240 WHERE number = 'INV-2026-000011';

-- I25 I20 I29 I30 I46: the tax of a three-digit currency is not on its step [only everything]
UPDATE document_line SET tax = 27075 WHERE number = 'INV-2026-000001';
UPDATE document SET tax = 27075, gross = 169575 WHERE number = 'INV-2026-000001';

-- I25 I20 I29 I46: totals do not add up [refused by a_document_adds_up]
UPDATE document SET gross = 50576 WHERE number = 'INV-2026-000009';

-- I25: a document has no line
DELETE FROM document_line WHERE number = 'INV-2026-000009';

-- I26: a document does not name its seller's VAT id
UPDATE document SET seller_vat_id = '' WHERE number = 'INV-2026-000009';

-- I26: a document does not name its buyer
UPDATE document SET buyer_address = '' WHERE number = 'INV-2026-000009';

-- I26: a document is for another period than its term
UPDATE document SET term_ends_on = '2027-06-21' WHERE number = 'INV-2026-000009';

-- I26: a reverse charge does not say so
UPDATE document SET mention = '' WHERE number = 'INV-2026-000010';

-- I26: a reverse charge is without VAT id
UPDATE document SET buyer_vat_id = '' WHERE number = 'INV-2026-000010';

-- I26 I20 I25 I29 I46: a reverse charge is with tax
UPDATE document SET tax = 1, gross = 42501 WHERE number = 'INV-2026-000010';

-- I26: a reverse charge is inside the seller's country
UPDATE document SET buyer_vat_id = 'DE123456788' WHERE number = 'INV-2026-000010';

-- I26: the evidence of a reverse charge is 31 days old
UPDATE vat_answer SET asked_on = '2026-05-23' WHERE asked_on BETWEEN '2026-05-25' AND '2026-06-22' LIMIT 1;
DELETE FROM vat_answer WHERE asked_on BETWEEN '2026-05-24' AND '2026-06-22';

-- I26: the VAT id of a reverse charge became invalid before
INSERT INTO vat_answer (vat_id, asked_on, answer) VALUES ('FR12345678901', '2026-06-22', 'INVALID');

-- I27 I29: a document is for another term than its order
UPDATE document SET seq = 0 WHERE number = 'INV-2026-000009';

-- I27 I20 I30 I46: a document is in another currency than its order
UPDATE document SET currency = 'USD' WHERE number = 'INV-2026-000009';

-- I27: a document is for another partner
UPDATE document SET partner_id = 'atelier' WHERE number = 'INV-2026-000009';

-- I28 I29: a credit note names no invoice [refused by a_correction_is_of_a_document]
UPDATE document SET corrects_number = 'INV-2025-000001' WHERE number = 'CN-2026-000003';

-- I28 I23 I29 I45: a credit note is earlier than its invoice [only everything]
UPDATE document SET corrects_number = 'INV-2026-000009', issue_date = '2026-06-22' WHERE number = 'CN-2026-000003';

-- I28: a credit note is of another seller
UPDATE document SET seller_name = 'Somebody Else' WHERE number = 'CN-2026-000003';

-- I28 I29 I46: credit notes exceed their invoice
UPDATE document_line SET unit_net = 85000, net = 85000, tax = 16150 WHERE number = 'CN-2026-000003';
UPDATE document SET net = 85000, tax = 16150, gross = 101150 WHERE number = 'CN-2026-000003';

-- I29 I20: an invoice is reversed, but not marked
UPDATE document_status SET credited = 50574 WHERE number = 'INV-2026-000004';

-- I29 I20: an invoice is marked reversed, but was not
UPDATE document_status SET credited = gross WHERE number = 'INV-2026-000010';

-- I29 I20: an invoice has no status
DELETE FROM document_status WHERE number = 'INV-2026-000010';

-- I45 I46: a document is in no batch
DELETE FROM invoice_batch_document WHERE number = 'INV-2026-000010';

-- I45 I46: a document is in the batch of another day
UPDATE invoice_batch_document SET business_date = '2026-06-20' WHERE number = 'INV-2026-000010';

-- I45 I46: a document is in two batches [refused by PRIMARY]
INSERT INTO invoice_batch_document (number, business_date) VALUES ('INV-2026-000010', '2026-06-23');

-- I46: a total is not the sum of the documents
UPDATE invoice_batch_total SET net = net + 1, gross = gross + 1 WHERE business_date = '2026-06-23' AND currency = 'EUR';

-- I46: a total counts a credit note as positive
UPDATE invoice_batch_total SET net = net + 85000, tax = tax + 16150, gross = gross + 101150
WHERE business_date = '2026-06-23' AND currency = 'EUR';

-- I46: a currency has no total
DELETE FROM invoice_batch_total WHERE business_date = '2026-06-23' AND currency = 'JPY';

-- I46: a batch says more documents than it holds
UPDATE invoice_batch SET documents = documents + 1 WHERE business_date = '2026-06-23';

-- == Notices, and what they allow

-- I37: a notice was accepted twice
UPDATE mail_delivery SET result = 'ACCEPTED' WHERE try_no = 1 AND notice_id = (SELECT notice_id FROM notice WHERE code = 'PAYMENT_FAILED');

-- I37: a notice is SENT without a delivery
DELETE FROM mail_delivery WHERE notice_id = (SELECT notice_id FROM notice WHERE subject = 'ORDER:auto-card-20260623-1');

-- I37: a notice was delivered and is not SENT
UPDATE notice SET state = 'FAILED_TEMP', sent_on = NULL WHERE subject = 'ORDER:auto-card-20260623-1';

-- I37: a notice in doubt was sent again where it must not be
INSERT INTO mail_delivery
SELECT notice_id, 2, recipient, 'DOUBTFUL', '', ended_in FROM mail_delivery WHERE notice_id = (SELECT notice_id FROM notice WHERE state =
    'AMBIGUOUS');

-- I37: a notice was sent three times
INSERT INTO mail_delivery
SELECT notice_id, 3, recipient, 'DOUBTFUL', '', ended_in FROM mail_delivery WHERE try_no = 1 AND notice_id = (SELECT notice_id FROM notice
    WHERE code = 'PAYMENT_FAILED');

-- I37: a second notice of one key [refused by one_notice_per_key]
INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, target_on, last_on, state, planned_in, state_in)
SELECT '0123456789abcdef', subject, code, subscription_id, seq, partner_id, target_on, last_on, 'PLANNED', planned_in, state_in
FROM notice WHERE code = 'PAYMENT_FAILED';

-- I38: a notice went out a day after its last
UPDATE notice SET sent_on = '2026-06-28' WHERE code = 'RENEWAL_REMINDER';

-- I38: a notice went out the day before its target
UPDATE notice SET sent_on = '2026-06-22' WHERE code = 'RENEWAL_REMINDER';

-- I38: a notice went out without a Message-ID
UPDATE notice SET message_id = NULL WHERE code = 'RENEWAL_REMINDER';

-- I38: an event mail went out eleven days later
UPDATE notice SET planned_in = '2026-06-12' WHERE subject = 'ORDER:auto-card-20260623-1';

-- I38: a notice was SENT on no day [refused by a_notice_has_a_day_if_it_was_sent]
UPDATE notice SET sent_on = NULL WHERE code = 'RENEWAL_REMINDER';

-- I39: a notice is SUPPRESSED without a reason
UPDATE notice SET reason = '' WHERE state = 'SUPPRESSED';

-- I39: a notice failed without a reason [refused by a_notice_that_is_not_sent_says_why]
UPDATE notice SET reason = NULL WHERE state = 'FAILED_PERM';

-- I40: a notice waits past its last day
UPDATE notice SET last_on = '2026-06-22' WHERE code = 'CARD_EXPIRES';

-- I40: a notice is left in its dialogue
UPDATE notice SET state = 'SENDING' WHERE code = 'CARD_EXPIRES';

-- I41: a term reached E-30, and nothing says that the partner was told
DELETE FROM mail_delivery WHERE notice_id IN (SELECT notice_id FROM notice WHERE subscription_id = 'ahead');
DELETE FROM notice WHERE subscription_id = 'ahead';

-- I41: a term was brought in late, and nothing says that the partner was not told
UPDATE term SET started_in = '2026-06-23' WHERE subscription_id = 'brought-in';
DELETE FROM notice WHERE subscription_id = 'brought-in';

-- I42 I38: a card was charged 14 days after the notice
UPDATE notice SET sent_on = '2026-06-09' WHERE subject = 'TERM:auto-card-20250623';

-- I42 I37: a card was charged without a notice
UPDATE notice SET state = 'MISSED', reason = 'NIGHT_LATE', sent_on = NULL WHERE subject = 'TERM:auto-card-20250623';

-- I43: a renewal costs more than its quote
UPDATE quote SET net = 42499, gross = 42499 WHERE subscription_id = 'auto-transfer';

-- I43 I38: a price change was told 6 days before
UPDATE notice SET sent_on = '2026-06-17' WHERE code = 'PRICE_CHANGE';

-- I43: a renewal has no quote
DELETE FROM quote WHERE subscription_id = 'auto-transfer';

-- I44: a reminder went out after auto-renew was switched off
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause)
VALUES ('reminded', 0, '2026-06-20', '2026-06-23', 'CANCELLATION');
UPDATE support_request SET subscription_id = 'reminded' WHERE request_id = 'r-6';

-- I44: a notice went out after the renewal completed [refused by foreign key]
UPDATE mail_delivery SET notice_id = LEFT(SHA2('TERM:auto-card-20250623|RENEWAL_NOTICE_LATE|PARTNER', 256), 16)
WHERE notice_id = (SELECT notice_id FROM notice WHERE code = 'PAYMENT_FAILED');
UPDATE notice SET notice_id = LEFT(SHA2('TERM:auto-card-20250623|RENEWAL_NOTICE_LATE|PARTNER', 256), 16),
                  subject = 'TERM:auto-card-20250623', code = 'RENEWAL_NOTICE_LATE', subscription_id = 'auto-card', seq = 0
WHERE code = 'PAYMENT_FAILED';

-- == Nights and runs

-- I48: an item was lost
UPDATE batch_step SET planned = 5, done = 2 WHERE step_id = 1;

-- I48: an item is still pending
UPDATE batch_item SET state = 'PENDING' WHERE step_id = 1 AND ordinal = 1;

-- I48: a run completed without one of its steps
UPDATE batch_step SET state = 'PLANNED' WHERE step_id = 1;

-- I48: counts do not add up [refused by a_completed_step_counts_what_it_planned]
UPDATE batch_step SET planned = 5 WHERE step_id = 1;

-- I48: a parked item does not say why
UPDATE batch_item SET error = '' WHERE state = 'PARKED' AND step_id = 1;

-- I49: a night closed while an earlier one was open
UPDATE night SET state = 'OPEN' WHERE business_date = '2026-06-01';

-- I49: a night is missing
DELETE FROM night WHERE business_date = '2026-05-31';

-- I50: a run of a closed night failed
UPDATE batch_run SET state = 'FAILED', error = 'no connection' WHERE run_id = 1;

-- I50: a run of a closed night still runs
UPDATE batch_run SET state = 'RUNNING' WHERE run_id = 1;

-- I50: a run of one subscription of a closed night was never taken over
INSERT INTO batch_run (business_date, job, scope, state, error, fence, started_at) VALUES ('2026-06-22', 'windows', 'soft', 'FAILED', 'no connection', 6, '2026-06-23 00:00:00');

-- I50: a run is left by a process that was taken over
UPDATE night_fence SET fence = 8;

-- I50: a run is left by a process that no longer answers [only everything]
UPDATE night_lease SET beat_at = '2026-06-24 00:59:39';

-- I51: an order is of a night that was never started
UPDATE renewal_order SET state_in = '2026-06-24' WHERE subscription_id = 'soft';

-- I51: a run is of a night that was never started
INSERT INTO batch_run (business_date, job, state, fence, started_at) VALUES ('2026-06-24', 'intake', 'COMPLETED', 7, '2026-06-24 02:00:00');

-- I51: a notice is of a night that was never started
UPDATE notice SET state_in = '2026-06-24' WHERE code = 'WINDOW_OPEN' AND state = 'SUPPRESSED';
