-- Stops claims and attempts (rules 3.7). hold_key: the support request, or what a person wrote.
CREATE TABLE subscription_hold (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hold_key        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    begun_in        DATE     NOT NULL,
    ended_in        DATE     NULL,
    open_key        TINYINT GENERATED ALWAYS AS (CASE WHEN ended_in IS NULL THEN 1 END) STORED,
    PRIMARY KEY (subscription_id, reason, hold_key),
    UNIQUE KEY one_open_hold_per_reason (subscription_id, reason, open_key),
    FOREIGN KEY (subscription_id) REFERENCES subscription (subscription_id),
    CONSTRAINT subscription_hold_reason_is_known CHECK (reason IN ('CANCEL_REQUEST_OPEN', 'BY_HAND'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
