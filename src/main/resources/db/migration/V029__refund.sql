-- Money that goes back to a card: planned with the cancellation, sent with the payment as idempotency key.
CREATE TABLE refund (
    payment_id        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    amount            BIGINT NOT NULL,
    currency          CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state             VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    planned_in        DATE   NOT NULL,
    gateway_reference VARCHAR(100) NULL,
    code              VARCHAR(100) NULL,
    KEY by_state (state),
    FOREIGN KEY (payment_id) REFERENCES payment (payment_id),
    CONSTRAINT a_refund_is_more_than_nothing CHECK (amount > 0),
    CONSTRAINT refund_state_is_known CHECK (state IN ('PLANNED', 'REFUNDED', 'REFUSED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
