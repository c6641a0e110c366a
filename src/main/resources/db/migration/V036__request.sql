-- A stored line of a requests file. row_key sorts as requests are worked off: submitted_on, file, line.
CREATE TABLE request (
    row_key         VARCHAR(200) NOT NULL PRIMARY KEY,
    sha256          CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submitted_on    DATE         NOT NULL,
    type            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        CHECK (type IN ('PURCHASE', 'RENEW', 'AUTO_RENEW_OFF', 'CANCEL', 'PAYMENT_METHOD', 'PROOF_OF_PAYMENT')),
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    partner_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    offer           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    currency        VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    payment_method  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL CHECK (payment_method IN ('CARD', 'TRANSFER')),
    card_id         VARCHAR(200) NULL,
    note            VARCHAR(1000) NOT NULL DEFAULT '',
    result          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL CHECK (result IN ('ACCEPTED', 'REFUSED', 'DUPLICATE')),
    reason          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    answer_date     DATE         NULL,
    answered_in     DATE         NULL,
    waiting_key     DATE GENERATED ALWAYS AS (CASE WHEN answered_in IS NULL THEN submitted_on END) STORED,
    counted_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (CASE WHEN result IN ('ACCEPTED', 'REFUSED') THEN request_id END) STORED,
    UNIQUE KEY a_request_counts_once (counted_id),
    KEY waiting (waiting_key),
    KEY answered (answered_in),
    FOREIGN KEY (sha256) REFERENCES inbox_file (sha256),
    FOREIGN KEY (card_id) REFERENCES card (card_id),
    CHECK ((answered_in IS NULL) = (result IS NULL)),
    CHECK (result <> 'REFUSED' OR reason IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
