-- What we owe a partner: paid too much, or paid on an order that ended (rules 4.4, 7.2, 7.3).
CREATE TABLE partner_credit (
    payment_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    partner_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount     BIGINT NOT NULL,
    currency   CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_in DATE   NOT NULL,
    KEY of_partner (partner_id),
    FOREIGN KEY (payment_id) REFERENCES payment (payment_id),
    CONSTRAINT a_credit_is_more_than_nothing CHECK (amount > 0),
    CONSTRAINT partner_credit_reason_is_known CHECK (reason IN ('OVERPAID', 'ORDER_ENDED', 'REFUND'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
