-- Money that arrived: payment_id is CARD: and the merchant reference, or BANK: and the entry id.
CREATE TABLE payment (
    payment_id      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    kind            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('CARD', 'BANK')),
    order_number    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount          BIGINT NOT NULL CHECK (amount > 0),
    currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_in     DATE   NOT NULL,
    KEY of_order (order_number),
    KEY received (received_in),
    FOREIGN KEY (order_number) REFERENCES renewal_order (order_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
