-- One try to charge a card. The row with its frozen request is committed before the call (rules 6.1).
-- sent_again_at: when an intent that a dead run left was sent last; a charge may have been made until then.
CREATE TABLE charge_attempt (
    merchant_reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    order_number       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempt_no         SMALLINT    NOT NULL,
    subscription_id    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq                SMALLINT    NOT NULL,
    card_id            VARCHAR(200) NOT NULL,
    amount             BIGINT      NOT NULL,
    currency           CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request            VARCHAR(2000) NOT NULL,
    state              VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        CHECK (state IN ('INTENT', 'SUCCEEDED', 'DECLINED_SOFT', 'DECLINED_HARD', 'UNKNOWN', 'NOT_CHARGED')),
    code               VARCHAR(100) NULL,
    planned_in         DATE        NOT NULL,
    intended_at        DATETIME(3) NOT NULL,
    sent_again_at      DATETIME(3) NULL,
    settled_in         DATE        NULL,
    gateway_reference  VARCHAR(100) NULL,
    open_key           TINYINT GENERATED ALWAYS AS (CASE WHEN state IN ('INTENT', 'UNKNOWN') THEN 1 END) STORED,
    success_key        TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'SUCCEEDED' THEN 1 END) STORED,
    UNIQUE KEY one_attempt_number (order_number, attempt_no),
    UNIQUE KEY no_attempt_while_one_is_open (subscription_id, open_key),
    UNIQUE KEY one_success_per_order (order_number, success_key),
    UNIQUE KEY one_success_per_renewed_term (subscription_id, seq, success_key),
    KEY open_attempts (open_key),
    KEY planned (planned_in),
    KEY settled (settled_in),
    FOREIGN KEY (order_number) REFERENCES renewal_order (order_number),
    FOREIGN KEY (card_id) REFERENCES card (card_id),
    CHECK (state <> 'SUCCEEDED' OR gateway_reference IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
