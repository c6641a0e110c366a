-- A small world as the night of 2026-06-23 leaves it before it is verified: nothing in it breaks a rule.
-- Each subscription is named for what it is there for. Amounts in minor units, rates in basis points.

-- The nights: one a day, the newest still open; its verify is running under fence 7.
INSERT INTO night (business_date, state, today, closed_at)
WITH RECURSIVE days AS (
    SELECT CAST('2025-05-01' AS DATE) AS day
    UNION ALL SELECT day + INTERVAL 1 DAY FROM days WHERE day < '2026-06-23')
SELECT day, CASE WHEN day < '2026-06-23' THEN 'CLOSED' ELSE 'OPEN' END, day, CASE WHEN day < '2026-06-23' THEN day + INTERVAL 25 HOUR END
FROM days;
UPDATE night_fence SET fence = 7;
UPDATE night_lease SET owner = 'a process', business_date = '2026-06-23', beat = 12, beat_at = '2026-06-24 01:00:00';
INSERT INTO batch_run (run_id, business_date, job, state, fence, started_at, ended_at) VALUES
    (1, '2026-06-22', 'renewals', 'COMPLETED', 6, '2026-06-23 01:00:00', '2026-06-23 01:01:00'),
    (2, '2026-06-22', 'outbox', 'COMPLETED', 6, '2026-06-23 01:02:00', '2026-06-23 01:03:00'),
    (3, '2026-06-23', 'intake', 'COMPLETED', 7, '2026-06-24 00:50:00', '2026-06-24 00:51:00'),
    (4, '2026-06-23', 'renewals', 'COMPLETED', 7, '2026-06-24 00:51:00', '2026-06-24 00:52:00'),
    (5, '2026-06-23', 'windows', 'COMPLETED', 7, '2026-06-24 00:52:00', '2026-06-24 00:53:00'),
    (6, '2026-06-23', 'invoices', 'COMPLETED', 7, '2026-06-24 00:53:00', '2026-06-24 00:54:00'),
    (7, '2026-06-23', 'notices', 'COMPLETED', 7, '2026-06-24 00:54:00', '2026-06-24 00:55:00'),
    (8, '2026-06-23', 'verify', 'RUNNING', 7, '2026-06-24 01:00:00', NULL);
INSERT INTO batch_step (step_id, run_id, step, state, planned, done, skipped, parked) VALUES
    (1, 4, 'claim-renewals', 'COMPLETED', 4, 1, 2, 1),
    (2, 6, 'validate-documents', 'COMPLETED', 2, 1, 0, 1),
    (3, 8, 'check-invariants', 'PLANNED', 1, 0, 0, 0);
INSERT INTO batch_item (step_id, ordinal, item_key, state, reason, error) VALUES
    (1, 1, 'auto-card', 'DONE', NULL, NULL),
    (1, 2, 'held', 'SKIPPED', 'CANCEL_REQUEST_OPEN', NULL),
    (1, 3, 'parked', 'PARKED', NULL, 'PRICE_MISSING: offers.yaml has no price'),
    (1, 4, 'too-recent', 'SKIPPED', 'NOTICE_TOO_RECENT', NULL),
    (2, 1, 'auto-card 2026-06-23 auto-card-20260623-1', 'DONE', NULL, NULL),
    (2, 2, 'invoice-parked 2026-06-23 invoice-parked-20260623-1', 'PARKED', NULL, 'the name has a control character'),
    (3, 1, 'once', 'PENDING', NULL, NULL);

-- Partners: at home, a business and a consumer elsewhere in the EU, outside of it.
INSERT INTO partner (partner_id, legal_name, email, contact_name, phone, locale, country, vat_id, street, postal_code, city) VALUES
    ('kontor', 'Kontor GmbH', 'post@kontor.example', 'Anna Ott', '+49 30 1', 'de', 'DE', 'DE123456788', 'Weg 1', '10115', 'Berlin'),
    ('atelier', 'Atelier SARL', 'courrier@atelier.example', 'Luc Roy', '+33 1 1', 'fr', 'FR', 'FR12345678901', 'Rue 1', '75001', 'Paris'),
    ('taverna', 'Taverna', 'post@taverna.example', 'Nikos', '+30 21 1', 'el', 'GR', '', 'Odos 1', '10431', 'Athina'),
    ('kabushiki', 'Kabushiki Gaisha', 'post@kabushiki.example', 'Ken', '+81 3 1', 'ja', 'JP', '', 'Dori 1', '100-0001', 'Tokyo');
INSERT INTO vat_answer (vat_id, asked_on, answer) VALUES
    ('FR12345678901', '2026-05-11', 'VALID'), ('FR12345678901', '2026-06-10', 'VALID'), ('FR12345678901', '2026-06-13', 'VALID'),
    ('FR12345678901', '2026-06-23', 'UNAVAILABLE');
INSERT INTO qualification (partner_id, offer, checked_on, passed) VALUES ('kontor', 'SILVER', '2026-06-01', TRUE);
INSERT INTO card (card_id, token, expires_on) VALUES ('card-1', 'pm_card_visa', '2028-12-31');

-- Subscriptions
INSERT INTO subscription (subscription_id, partner_id, offer, currency, state, state_reason, payment_method, card_id, term_seq,
                          term_ends_on, benefits_until, method_given_in, created_in, look_on) VALUES
    ('auto-card', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-22', NULL, '2025-05-01', '2025-05-01', '2027-05-11'),
    ('auto-transfer', 'atelier', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'TRANSFER', NULL, 0, '2026-06-22', '2026-07-22', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('paid-later', 'atelier', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'TRANSFER', NULL, 1, '2027-06-09', NULL, '2025-05-01', '2025-05-01', '2027-04-28'),
    ('soft', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-22', '2026-07-22', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('doubt', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-22', '2026-07-22', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('hard', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-22', '2026-07-22', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('held', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-20', '2026-07-20', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('too-recent', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-20', '2026-07-20', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('parked', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-22', '2026-07-22', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('off', 'kontor', 'ACTION_PACK', 'EUR', 'IN_WINDOW', NULL, 'CARD', 'card-1', 0, '2026-06-19', '2026-07-19', '2025-05-01', '2025-05-01', '2026-06-24'),
    ('manual', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-20', NULL, '2025-05-01', '2025-05-01', '2027-05-09'),
    ('lapsed', 'kontor', 'ACTION_PACK', 'EUR', 'LAPSED', NULL, 'CARD', 'card-1', 0, '2026-05-23', '2026-06-22', '2025-05-01', '2025-05-01', NULL),
    ('unpaid', 'kontor', 'ACTION_PACK', 'EUR', 'LAPSED', NULL, 'TRANSFER', NULL, 0, '2026-05-23', '2026-06-22', '2025-05-01', '2025-05-01', NULL),
    ('refunded', 'kontor', 'ACTION_PACK', 'EUR', 'CANCELLED', 'REFUND', 'CARD', 'card-1', 0, '2027-06-09', NULL, '2026-06-10', '2026-06-10', NULL),
    ('P-buy', 'kabushiki', 'ACTION_PACK', 'JPY', 'ACTIVE', NULL, 'CARD', 'card-1', 0, '2027-06-22', NULL, '2026-06-23', '2026-06-23', '2027-05-11'),
    ('P-wait', 'taverna', 'ACTION_PACK', 'EUR', 'PENDING', NULL, 'TRANSFER', NULL, NULL, NULL, NULL, '2026-06-20', '2026-06-20', '2026-07-21'),
    ('leap', 'kontor', 'ACTION_PACK', 'KWD', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-02-27', NULL, '2025-05-01', '2025-05-01', '2027-01-16'),
    ('silver', 'kontor', 'SILVER', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-22', NULL, '2025-05-01', '2025-05-01', '2027-05-11'),
    ('carried', 'atelier', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'TRANSFER', NULL, 1, '2027-06-12', NULL, '2025-05-01', '2025-05-01', '2027-05-13'),
    ('ahead', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 0, '2026-07-23', NULL, '2025-05-01', '2025-05-01', '2026-07-16'),
    ('reminded', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 0, '2026-06-30', NULL, '2025-05-01', '2025-05-01', '2026-07-01'),
    ('brought-in', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 0, '2026-07-10', NULL, '2026-06-01', '2026-06-01', '2026-07-03'),
    ('dearer', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-22', NULL, '2025-05-01', '2025-05-01', '2027-05-11'),
    ('retried', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-21', NULL, '2025-05-01', '2025-05-01', '2027-05-10'),
    ('switched', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-19', NULL, '2025-05-01', '2025-05-01', '2027-05-08'),
    ('invoice-parked', 'kontor', 'ACTION_PACK', 'EUR', 'ACTIVE', NULL, 'CARD', 'card-1', 1, '2027-06-22', NULL, '2025-05-01', '2025-05-01', '2027-05-11');

-- Orders: what differs; tax and gross follow from net, rate and currency.
INSERT INTO renewal_order (order_number, subscription_id, seq, origin, ordered_on, created_in, payment_method, card_id, anchor, starts_on,
                           ends_on, currency, net, tax_rate, tax, gross, tax_treatment, qualified_on, state, state_reason, state_in,
                           due_on, expires_after, next_attempt_on, attempts, not_charged, paid, document_due)
SELECT o.order_number, s.subscription_id, o.seq, o.origin, o.ordered_on, o.created_in, o.method,
       CASE o.method WHEN 'CARD' THEN 'card-1' END, o.anchor, o.starts_on, o.starts_on + INTERVAL 1 YEAR - INTERVAL 1 DAY,
       s.currency, o.net, o.rate, o.tax, o.net + o.tax, o.treatment, o.qualified_on, o.state, o.reason, o.state_in, o.due_on,
       o.expires_after, o.next_on, o.attempts, o.not_charged, CASE WHEN o.state IN ('PAID', 'REFUNDED') THEN o.net + o.tax ELSE 0 END, NULL
FROM (SELECT 'auto-card-20260623-1' AS order_number, 'auto-card' AS subscription_id, 1 AS seq, 'AUTO' AS origin,
             '2026-06-23' AS ordered_on, '2026-06-23' AS created_in, 'CARD' AS method, '2025-06-23' AS anchor,
             CAST('2026-06-23' AS DATE) AS starts_on, 42500 AS net, 1900 AS rate, 8075 AS tax, 'DOMESTIC' AS treatment,
             NULL AS qualified_on, 'PAID' AS state, NULL AS reason, '2026-06-23' AS state_in, NULL AS due_on,
             '2026-07-22' AS expires_after, NULL AS next_on, 1 AS attempts, 0 AS not_charged
      UNION ALL SELECT 'auto-transfer-20260623-1', 'auto-transfer', 1, 'AUTO', '2026-06-23', '2026-06-23', 'TRANSFER', '2025-06-23',
             '2026-06-23', 42500, 0, 0, 'REVERSE_CHARGE', NULL, 'OPEN', NULL, '2026-06-23', '2026-07-22', '2026-07-22', NULL, 0, 0
      UNION ALL SELECT 'paid-later-20260610-1', 'paid-later', 1, 'AUTO', '2026-06-10', '2026-06-10', 'TRANSFER', '2025-06-10',
             '2026-06-10', 42500, 0, 0, 'REVERSE_CHARGE', NULL, 'PAID', NULL, '2026-06-23', '2026-07-09', '2026-07-09', NULL, 0, 0
      UNION ALL SELECT 'soft-20260623-1', 'soft', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 42500, 1900, 8075, 'DOMESTIC', NULL, 'OPEN', NULL, '2026-06-23', NULL, '2026-07-22', '2026-06-24', 1, 0
      UNION ALL SELECT 'doubt-20260623-1', 'doubt', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 42500, 1900, 8075, 'DOMESTIC', NULL, 'OPEN', NULL, '2026-06-23', NULL, '2026-07-22', NULL, 1, 0
      UNION ALL SELECT 'hard-20260623-1', 'hard', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 42500, 1900, 8075, 'DOMESTIC', NULL, 'FAILED', NULL, '2026-06-23', NULL, '2026-07-22', NULL, 1, 0
      UNION ALL SELECT 'manual-20260621-1', 'manual', 1, 'MANUAL', '2026-06-21', '2026-06-23', 'CARD', '2026-06-21',
             '2026-06-21', 42500, 1900, 8075, 'DOMESTIC', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-15', NULL, 1, 0
      UNION ALL SELECT 'unpaid-20260524-1', 'unpaid', 1, 'AUTO', '2026-05-24', '2026-05-24', 'TRANSFER', '2025-05-24',
             '2026-05-24', 42500, 1900, 8075, 'DOMESTIC', NULL, 'EXPIRED', NULL, '2026-06-23', '2026-06-22', '2026-06-22', NULL, 0, 0
      UNION ALL SELECT 'refunded-20260610-1', 'refunded', 0, 'PURCHASE', '2026-06-10', '2026-06-10', 'CARD', '2026-06-10',
             '2026-06-10', 42500, 1900, 8075, 'DOMESTIC', NULL, 'REFUNDED', 'REFUND', '2026-06-23', NULL, '2026-07-10', NULL, 1, 0
      UNION ALL SELECT 'P-buy-20260623-1', 'P-buy', 0, 'PURCHASE', '2026-06-23', '2026-06-23', 'CARD', '2026-06-23',
             '2026-06-23', 68000, 0, 0, 'OUT_OF_SCOPE', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-23', NULL, 1, 0
      UNION ALL SELECT 'P-wait-20260620-1', 'P-wait', 0, 'PURCHASE', '2026-06-20', '2026-06-20', 'TRANSFER', '2026-06-20',
             '2026-06-20', 42500, 2400, 10200, 'EU_BUYER_RATE', NULL, 'OPEN', NULL, '2026-06-20', '2026-07-20', '2026-07-20', NULL, 0, 0
      UNION ALL SELECT 'leap-20260228-1', 'leap', 1, 'AUTO', '2026-02-28', '2026-02-28', 'CARD', '2024-02-29',
             '2026-02-28', 142500, 1900, 27080, 'DOMESTIC', NULL, 'PAID', NULL, '2026-02-28', NULL, '2026-03-29', NULL, 1, 0
      UNION ALL SELECT 'silver-20260623-1', 'silver', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 139000, 1900, 26410, 'DOMESTIC', '2026-06-01', 'PAID', NULL, '2026-06-23', NULL, '2026-07-22', NULL, 1, 0
      UNION ALL SELECT 'carried-20260613-1', 'carried', 1, 'AUTO', '2026-06-13', '2026-06-13', 'TRANSFER', '2025-06-13',
             '2026-06-13', 42500, 0, 0, 'REVERSE_CHARGE', NULL, 'PAID', NULL, '2026-06-23', '2026-07-12', '2026-07-12', NULL, 0, 0
      UNION ALL SELECT 'dearer-20260623-1', 'dearer', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 43900, 1900, 8341, 'DOMESTIC', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-22', NULL, 1, 0
      UNION ALL SELECT 'retried-20260622-1', 'retried', 1, 'AUTO', '2026-06-22', '2026-06-22', 'CARD', '2025-06-22',
             '2026-06-22', 42500, 1900, 8075, 'DOMESTIC', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-21', NULL, 2, 1
      UNION ALL SELECT 'switched-20260620-1', 'switched', 1, 'AUTO', '2026-06-20', '2026-06-20', 'TRANSFER', '2025-06-20',
             '2026-06-20', 42500, 1900, 8075, 'DOMESTIC', NULL, 'CANCELLED', 'PAYMENT_METHOD', '2026-06-23', '2026-07-19', '2026-07-19', NULL, 0, 0
      UNION ALL SELECT 'switched-20260620-2', 'switched', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-20',
             '2026-06-20', 42500, 1900, 8075, 'DOMESTIC', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-19', NULL, 1, 0
      UNION ALL SELECT 'invoice-parked-20260623-1', 'invoice-parked', 1, 'AUTO', '2026-06-23', '2026-06-23', 'CARD', '2025-06-23',
             '2026-06-23', 42500, 1900, 8075, 'DOMESTIC', NULL, 'PAID', NULL, '2026-06-23', NULL, '2026-07-22', NULL, 1, 0) o
JOIN subscription s ON s.subscription_id = o.subscription_id;
UPDATE renewal_order SET document_due = 'INVOICE' WHERE order_number = 'invoice-parked-20260623-1';

-- Terms: first those that were brought in, then those of the orders.
INSERT INTO term (subscription_id, seq, anchor, starts_on, ends_on, origin, state, order_number, started_in)
SELECT subscription_id, 0, anchor, starts_on, starts_on + INTERVAL 1 YEAR - INTERVAL 1 DAY, 'IMPORT', state, NULL, started_in
FROM (SELECT 'auto-card' AS subscription_id, '2025-06-23' AS anchor, CAST('2025-06-23' AS DATE) AS starts_on, 'ENDED' AS state, '2025-05-01' AS started_in
      UNION ALL SELECT 'auto-transfer', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'paid-later', '2025-06-10', '2025-06-10', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'soft', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'doubt', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'hard', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'held', '2025-06-21', '2025-06-21', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'too-recent', '2025-06-21', '2025-06-21', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'parked', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'off', '2025-06-20', '2025-06-20', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'manual', '2025-06-16', '2025-06-16', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'lapsed', '2025-05-24', '2025-05-24', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'unpaid', '2025-05-24', '2025-05-24', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'leap', '2024-02-29', '2025-02-28', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'silver', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'carried', '2025-06-13', '2025-06-13', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'ahead', '2025-07-24', '2025-07-24', 'ACTIVE', '2025-05-01'
      UNION ALL SELECT 'reminded', '2025-07-01', '2025-07-01', 'ACTIVE', '2025-05-01'
      UNION ALL SELECT 'brought-in', '2025-07-11', '2025-07-11', 'ACTIVE', '2026-06-01'
      UNION ALL SELECT 'dearer', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'retried', '2025-06-22', '2025-06-22', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'switched', '2025-06-20', '2025-06-20', 'ENDED', '2025-05-01'
      UNION ALL SELECT 'invoice-parked', '2025-06-23', '2025-06-23', 'ENDED', '2025-05-01') imported;
INSERT INTO term (subscription_id, seq, anchor, starts_on, ends_on, origin, state, order_number, started_in)
SELECT subscription_id, seq, anchor, starts_on, ends_on, origin, CASE state WHEN 'PAID' THEN 'ACTIVE' ELSE 'CANCELLED' END, order_number,
       CASE state WHEN 'PAID' THEN state_in ELSE created_in END
FROM renewal_order WHERE state IN ('PAID', 'REFUNDED');

-- Switched off: by a request, by one that came while a transfer was open, and carried over to the term it paid.
INSERT INTO inbox_file (sha256, name, kind, data_rows, stored_in) VALUES
    (SHA2('requests', 256), 'requests-1.csv', 'REQUESTS', 7, '2026-05-01'), (SHA2('bank', 256), 'bank-1.csv', 'BANK', 2, '2026-06-23');
INSERT INTO request (row_key, sha256, request_id, submitted_on, type, subscription_id, partner_id, result, reason, answered_in) VALUES
    ('2026-05-01|requests-1.csv|1', SHA2('requests', 256), 'r-1', '2026-05-01', 'AUTO_RENEW_OFF', 'lapsed', 'kontor', 'ACCEPTED', NULL, '2026-05-01'),
    ('2026-05-20|requests-1.csv|2', SHA2('requests', 256), 'r-2', '2026-05-20', 'AUTO_RENEW_OFF', 'manual', 'kontor', 'ACCEPTED', NULL, '2026-05-20'),
    ('2026-06-01|requests-1.csv|3', SHA2('requests', 256), 'r-3', '2026-06-01', 'AUTO_RENEW_OFF', 'off', 'kontor', 'ACCEPTED', NULL, '2026-06-01'),
    ('2026-06-15|requests-1.csv|4', SHA2('requests', 256), 'r-4', '2026-06-15', 'AUTO_RENEW_OFF', 'carried', 'atelier', 'ACCEPTED', NULL, '2026-06-15'),
    ('2026-06-15|requests-1.csv|5', SHA2('requests', 256), 'r-5', '2026-06-15', 'CANCEL', 'held', 'kontor', 'ACCEPTED', NULL, '2026-06-15'),
    ('2026-06-20|requests-1.csv|6', SHA2('requests', 256), 'r-6', '2026-06-20', 'CANCEL', 'refunded', 'kontor', 'ACCEPTED', NULL, '2026-06-20'),
    ('2026-06-21|requests-1.csv|7', SHA2('requests', 256), 'r-7', '2026-06-21', 'RENEW', 'manual', 'kontor', 'ACCEPTED', NULL, '2026-06-23');
INSERT INTO auto_renew_off (subscription_id, seq, asked_on, switched_in, cause) VALUES
    ('lapsed', 0, '2026-05-01', '2026-05-01', 'REQUEST'), ('manual', 0, '2026-05-20', '2026-05-20', 'REQUEST'),
    ('off', 0, '2026-06-01', '2026-06-01', 'REQUEST'), ('carried', 0, '2026-06-15', '2026-06-15', 'REQUEST'),
    ('carried', 1, '2026-06-15', '2026-06-23', 'CARRIED');
INSERT INTO support_request (request_id, kind, subscription_id, partner_id, state, state_in, filed_in, asked_end) VALUES
    ('r-5', 'CANCEL', 'held', 'kontor', 'OPEN', '2026-06-15', '2026-06-15', NULL),
    ('r-6', 'CANCEL', 'refunded', 'kontor', 'RESOLVED', '2026-06-23', '2026-06-20', 'REFUND');
INSERT INTO subscription_hold (subscription_id, reason, hold_key, begun_in, ended_in) VALUES
    ('held', 'CANCEL_REQUEST_OPEN', 'r-5', '2026-06-15', NULL), ('refunded', 'CANCEL_REQUEST_OPEN', 'r-6', '2026-06-20', '2026-06-23');

-- Windows of the terms that were not renewed in the night after their last day
INSERT INTO renewal_window (subscription_id, seq, expired_on, opens_on, closes_on, benefits_until, opened_in, lapsed_in)
SELECT subscription_id, seq, ends_on, ends_on + INTERVAL 1 DAY, ends_on + INTERVAL 30 DAY, ends_on + INTERVAL 30 DAY,
       ends_on + INTERVAL 1 DAY, CASE WHEN subscription_id IN ('lapsed', 'unpaid') THEN '2026-06-23' END
FROM term
WHERE state = 'ENDED' AND subscription_id NOT IN ('auto-card', 'leap', 'silver', 'dearer', 'invoice-parked');

-- Quotes of what renews by itself; a price change was told to 'dearer'.
INSERT INTO quote (subscription_id, seq, price_day, quoted_in, currency, net, tax_rate, tax, gross, tax_treatment)
SELECT subscription_id, seq, MIN(starts_on), MIN(starts_on) - INTERVAL 43 DAY, currency, CASE WHEN net = 43900 THEN 42500 ELSE net END, 0, 0,
       CASE WHEN net = 43900 THEN 42500 ELSE net END, 'DOMESTIC'
FROM renewal_order WHERE origin = 'AUTO' GROUP BY subscription_id, seq, currency, net;

-- Charges and what they paid
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request, state,
                            code, planned_in, intended_at, settled_in, gateway_reference)
SELECT CONCAT(o.order_number, '/', o.attempts), o.order_number, o.attempts, o.subscription_id, o.seq, 'card-1', o.gross, o.currency, '{}',
       CASE o.subscription_id WHEN 'soft' THEN 'DECLINED_SOFT' WHEN 'hard' THEN 'DECLINED_HARD' WHEN 'doubt' THEN 'UNKNOWN'
           ELSE 'SUCCEEDED' END,
       NULL, CASE WHEN o.state = 'REFUNDED' THEN o.created_in ELSE o.state_in END, '2026-06-24 00:51:00',
       CASE WHEN o.subscription_id = 'doubt' THEN NULL WHEN o.state = 'REFUNDED' THEN o.created_in ELSE o.state_in END,
       CASE WHEN o.state IN ('PAID', 'REFUNDED') THEN CONCAT('pi_', o.order_number) END
FROM renewal_order o WHERE o.payment_method = 'CARD';
INSERT INTO charge_attempt (merchant_reference, order_number, attempt_no, subscription_id, seq, card_id, amount, currency, request, state,
                            planned_in, intended_at, settled_in) VALUES
    ('retried-20260622-1/1', 'retried-20260622-1', 1, 'retried', 1, 'card-1', 50575, 'EUR', '{}', 'NOT_CHARGED', '2026-06-22',
     '2026-06-23 00:51:00', '2026-06-23');
INSERT INTO payment (payment_id, kind, order_number, amount, currency, received_in)
SELECT CONCAT('CARD:', merchant_reference), 'CARD', order_number, amount, currency, settled_in FROM charge_attempt WHERE state = 'SUCCEEDED';
INSERT INTO payment (payment_id, kind, order_number, amount, currency, received_in) VALUES
    ('BANK:e-1', 'BANK', 'paid-later-20260610-1', 42500, 'EUR', '2026-06-23'), ('BANK:e-2', 'BANK', 'carried-20260613-1', 43000, 'EUR', '2026-06-23');
INSERT INTO partner_credit (payment_id, partner_id, amount, currency, reason, created_in) VALUES
    ('BANK:e-2', 'atelier', 500, 'EUR', 'OVERPAID', '2026-06-23');
INSERT INTO refund (payment_id, amount, currency, state, planned_in, gateway_reference) VALUES
    ('CARD:refunded-20260610-1/1', 50575, 'EUR', 'REFUNDED', '2026-06-23', 're_1');

-- Documents, in the order of their days and, within a day, of their subscriptions
INSERT INTO document (number, series, series_number, type, issue_date, due_date, order_number, subscription_id, seq, corrects_number,
                      payment_method, currency, net, tax, gross, tax_treatment, offer, term_starts_on, term_ends_on, partner_id, buyer_name,
                      buyer_vat_id, buyer_country, buyer_address, seller_name, seller_vat_id, seller_country, seller_address, mention,
                      content_sha256)
SELECT CONCAT(d.series, '-', LPAD(d.n, 6, '0')), d.series, d.n, CASE WHEN d.corrects IS NULL THEN 'INVOICE' ELSE 'CREDIT_NOTE' END, d.day,
       COALESCE(o.due_on, d.day), o.order_number, o.subscription_id, o.seq, d.corrects, o.payment_method, o.currency, o.net, o.tax, o.gross,
       o.tax_treatment, s.offer, o.starts_on, o.ends_on, p.partner_id, p.legal_name, p.vat_id, p.country, CONCAT(p.street, ', ', p.city),
       'Perennial Press GmbH', 'DE999999999', 'DE', 'Platz 1, Berlin',
       CASE o.tax_treatment WHEN 'REVERSE_CHARGE' THEN 'Reverse charge' ELSE '' END, SHA2(CONCAT(d.series, d.n), 256)
FROM (SELECT 'INV-2026' AS series, 1 AS n, 'leap-20260228-1' AS order_number, '2026-02-28' AS day, NULL AS corrects
      UNION ALL SELECT 'INV-2026', 2, 'unpaid-20260524-1', '2026-05-24', NULL
      UNION ALL SELECT 'INV-2026', 3, 'paid-later-20260610-1', '2026-06-10', NULL
      UNION ALL SELECT 'INV-2026', 4, 'refunded-20260610-1', '2026-06-10', NULL
      UNION ALL SELECT 'INV-2026', 5, 'carried-20260613-1', '2026-06-13', NULL
      UNION ALL SELECT 'INV-2026', 6, 'P-wait-20260620-1', '2026-06-20', NULL
      UNION ALL SELECT 'INV-2026', 7, 'switched-20260620-1', '2026-06-20', NULL
      UNION ALL SELECT 'INV-2026', 8, 'P-buy-20260623-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 9, 'auto-card-20260623-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 10, 'auto-transfer-20260623-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 11, 'dearer-20260623-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 12, 'manual-20260621-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 13, 'retried-20260622-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 14, 'silver-20260623-1', '2026-06-23', NULL
      UNION ALL SELECT 'INV-2026', 15, 'switched-20260620-2', '2026-06-23', NULL
      UNION ALL SELECT 'CN-2026', 1, 'refunded-20260610-1', '2026-06-23', 'INV-2026-000004'
      UNION ALL SELECT 'CN-2026', 2, 'switched-20260620-1', '2026-06-23', 'INV-2026-000007'
      UNION ALL SELECT 'CN-2026', 3, 'unpaid-20260524-1', '2026-06-23', 'INV-2026-000002') d
JOIN renewal_order o ON o.order_number = d.order_number
JOIN subscription s ON s.subscription_id = o.subscription_id
JOIN partner p ON p.partner_id = s.partner_id;
INSERT INTO document_line (number, line, description, quantity, unit_net, net, tax_rate, tax)
SELECT d.number, 1, 'Action Pack', 1, d.net, d.net, o.tax_rate, d.tax FROM document d JOIN renewal_order o ON o.order_number = d.order_number;
INSERT INTO allocation (payment_id, number, amount)
SELECT p.payment_id, d.number, LEAST(p.amount, d.gross)
FROM payment p JOIN document d ON d.order_number = p.order_number AND d.type = 'INVOICE';
INSERT INTO document_status (number, subscription_id, seq, gross, paid, credited)
SELECT d.number, d.subscription_id, d.seq, d.gross, COALESCE((SELECT SUM(a.amount) FROM allocation a WHERE a.number = d.number), 0),
       COALESCE((SELECT SUM(c.gross) FROM document c WHERE c.corrects_number = d.number), 0)
FROM document d WHERE d.type = 'INVOICE';
UPDATE renewal_order o JOIN document d ON d.order_number = o.order_number AND d.type = 'INVOICE' SET o.invoice_number = d.number;
INSERT INTO document_series (series, next_number) VALUES ('INV-2026', 16), ('CN-2026', 4);
INSERT INTO document_block (business_date, series, first_number, documents)
SELECT issue_date, series, MIN(series_number), COUNT(*) FROM document GROUP BY issue_date, series;
INSERT INTO invoice_batch (business_date, state, documents, manifest_sha256)
SELECT issue_date, CASE WHEN issue_date = '2026-06-23' THEN 'FORMED' ELSE 'DELIVERED' END, COUNT(*), SHA2('manifest', 256)
FROM document GROUP BY issue_date;
INSERT INTO invoice_batch_document (number, business_date) SELECT number, issue_date FROM document;
INSERT INTO invoice_batch_total (business_date, currency, documents, net, tax, gross)
SELECT issue_date, currency, COUNT(*), SUM(CASE type WHEN 'INVOICE' THEN net ELSE -net END), SUM(CASE type WHEN 'INVOICE' THEN tax ELSE -tax END),
       SUM(CASE type WHEN 'INVOICE' THEN gross ELSE -gross END)
FROM document GROUP BY issue_date, currency;

-- What the night says of its renewals
INSERT INTO renewal_outcome (business_date, subscription_id, seq, order_number, origin, starts_on, ends_on, outcome, reason, charged)
SELECT '2026-06-23', subscription_id, seq, order_number, origin, starts_on, ends_on,
       CASE WHEN state = 'PAID' THEN 'RENEWED' WHEN state = 'OPEN' AND payment_method = 'TRANSFER' THEN 'INVOICED'
            WHEN subscription_id = 'soft' THEN 'DECLINED_SOFT' WHEN subscription_id = 'hard' THEN 'DECLINED_HARD'
            WHEN subscription_id = 'doubt' THEN 'UNKNOWN' WHEN state = 'EXPIRED' THEN 'EXPIRED' ELSE 'CANCELLED' END,
       state_reason, CASE state WHEN 'PAID' THEN gross END
FROM renewal_order WHERE state_in = '2026-06-23';
INSERT INTO renewal_outcome (business_date, subscription_id, seq, origin, starts_on, ends_on, outcome, reason) VALUES
    ('2026-06-23', 'held', 1, 'AUTO', '2026-06-21', '2027-06-20', 'HELD', 'CANCEL_REQUEST_OPEN'),
    ('2026-06-23', 'too-recent', 1, 'AUTO', '2026-06-21', '2027-06-20', 'HELD', 'NOTICE_TOO_RECENT'),
    ('2026-06-23', 'parked', 1, 'AUTO', '2026-06-23', '2027-06-22', 'PARKED', 'PRICE_MISSING: offers.yaml has no price');

-- Notices about terms; each row: which term, what, what became of it and on which day.
INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, target_on, last_on, state, reason, planned_in, state_in,
                    sent_on, message_id, named_net)
SELECT LEFT(SHA2(CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d'), '|', n.code, '|PARTNER'), 256), 16),
       CONCAT('TERM:', t.subscription_id, '-', DATE_FORMAT(t.starts_on, '%Y%m%d')), n.code, t.subscription_id, t.seq, s.partner_id,
       t.ends_on + INTERVAL n.target DAY, t.ends_on + INTERVAL n.last DAY, n.state, n.reason, n.day, n.day,
       CASE n.state WHEN 'SENT' THEN n.day END,
       CASE n.state WHEN 'SENT' THEN CONCAT('<', t.subscription_id, '.', LOWER(n.code), '@perennial.example>') END, n.named_net
FROM (SELECT subscription_id, 'RENEWAL_NOTICE' AS code, -42 AS target, -30 AS last, 'SENT' AS state, NULL AS reason,
             ends_on - INTERVAL 42 DAY AS day, NULL AS named_net
      FROM term WHERE seq = 0 AND origin = 'IMPORT' AND subscription_id NOT IN ('lapsed', 'too-recent', 'brought-in')
      UNION ALL SELECT 'lapsed', 'EXPIRY_NOTICE', -30, -8, 'SENT', NULL, '2026-05-01', NULL
      UNION ALL SELECT 'manual', 'EXPIRY_NOTICE', -30, -8, 'SENT', NULL, '2026-05-20', NULL
      UNION ALL SELECT 'off', 'EXPIRY_NOTICE', -30, -8, 'SENT', NULL, '2026-06-01', NULL
      UNION ALL SELECT 'too-recent', 'RENEWAL_NOTICE', -42, -30, 'MISSED', 'CANCEL_REQUEST_OPEN', '2026-05-22', NULL
      UNION ALL SELECT 'too-recent', 'RENEWAL_NOTICE_LATE', -29, 15, 'SENT', NULL, '2026-06-12', NULL
      UNION ALL SELECT 'dearer', 'PRICE_CHANGE', -21, -8, 'SENT', NULL, '2026-06-05', 43900
      UNION ALL SELECT 'reminded', 'RENEWAL_REMINDER', -7, -3, 'SENT', NULL, '2026-06-23', NULL
      UNION ALL SELECT 'reminded', 'CARD_EXPIRES', -30, 0, 'FAILED_TEMP', 'the mailbox is full', '2026-06-23', NULL
      UNION ALL SELECT 'auto-transfer', 'WINDOW_OPEN', 1, 10, 'SUPPRESSED', 'ORDER_LIVE', '2026-06-23', NULL
      UNION ALL SELECT 'off', 'WINDOW_OPEN', 1, 10, 'SENT', NULL, '2026-06-20', NULL) n
JOIN term t ON t.subscription_id = n.subscription_id AND t.seq = 0
JOIN subscription s ON s.subscription_id = t.subscription_id;
-- The notice of 'brought-in' went out before it came here, elsewhere (rules 2.5).
INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, target_on, last_on, state, reason, planned_in, state_in,
                    sent_on) VALUES
    (LEFT(SHA2('TERM:brought-in-20250711|RENEWAL_NOTICE|PARTNER', 256), 16), 'TERM:brought-in-20250711', 'RENEWAL_NOTICE', 'brought-in', 0,
     'kontor', '2026-05-29', '2026-06-10', 'SENT', 'IMPORTED', '2026-05-31', '2026-05-31', '2026-05-20');
-- Notices about events
INSERT INTO notice (notice_id, subject, code, subscription_id, seq, partner_id, order_number, target_on, last_on, state, reason, planned_in,
                    state_in, sent_on, message_id)
SELECT LEFT(SHA2(CONCAT(n.subject, '|', n.code, '|PARTNER'), 256), 16), n.subject, n.code, s.subscription_id, n.seq, s.partner_id,
       n.order_number, '2026-06-23', '2026-07-03', n.state, n.reason, '2026-06-23', '2026-06-23',
       CASE n.state WHEN 'SENT' THEN '2026-06-23' END, CASE WHEN n.state IN ('SENT', 'AMBIGUOUS') THEN CONCAT('<', LOWER(n.code), '.', s.subscription_id, '@perennial.example>') END
FROM (SELECT CONCAT('ORDER:', order_number) AS subject, 'RENEWED' AS code, subscription_id, seq, order_number, 'SENT' AS state, NULL AS reason
      FROM renewal_order WHERE state = 'PAID' AND state_in = '2026-06-23' AND subscription_id NOT IN ('manual', 'retried')
      UNION ALL SELECT 'ORDER:manual-20260621-1', 'RENEWED', 'manual', 1, 'manual-20260621-1', 'AMBIGUOUS', NULL
      UNION ALL SELECT 'ORDER:retried-20260622-1', 'RENEWED', 'retried', 1, 'retried-20260622-1', 'FAILED_PERM', 'NO_CONTACT'
      UNION ALL SELECT 'ATTEMPT:soft-20260623-1/1', 'PAYMENT_FAILED', 'soft', 1, 'soft-20260623-1', 'SENT', NULL) n
JOIN subscription s ON s.subscription_id = n.subscription_id;
INSERT INTO mail_delivery (notice_id, try_no, recipient, result, answer, ended_in)
SELECT notice_id, 2, 'post@kontor.example', 'ACCEPTED', '250 ok', state_in FROM notice WHERE state = 'SENT' AND message_id IS NOT NULL;
INSERT INTO mail_delivery (notice_id, try_no, recipient, result, answer, ended_in)
SELECT notice_id, 1, 'post@kontor.example', CASE state WHEN 'FAILED_TEMP' THEN 'REFUSED_TEMP' ELSE 'DOUBTFUL' END, '', state_in
FROM notice WHERE state IN ('FAILED_TEMP', 'AMBIGUOUS') OR code = 'PAYMENT_FAILED';
