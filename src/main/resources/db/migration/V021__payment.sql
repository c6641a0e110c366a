-- Money that arrived: payment_id is CARD: and the merchant reference, or BANK: and the entry id.
CREATE TABLE payment (
    payment_id      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    kind            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_number    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount          BIGINT NOT NULL,
    currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_in     DATE   NOT NULL,
    KEY of_order (order_number),
    KEY received (received_in),
    FOREIGN KEY (order_number) REFERENCES renewal_order (order_number),
    CONSTRAINT payment_kind_is_known CHECK (kind IN ('CARD', 'BANK')),
    CONSTRAINT a_payment_is_more_than_nothing CHECK (amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
