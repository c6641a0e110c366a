-- One row per term that expired unrenewed: opened once, lapsed once (rules 4.1, 4.6).
CREATE TABLE renewal_window (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    expired_on      DATE     NOT NULL,
    opens_on        DATE     NOT NULL,
    closes_on       DATE     NOT NULL,
    benefits_until  DATE     NOT NULL,
    opened_in       DATE     NULL,
    lapsed_in       DATE     NULL,
    PRIMARY KEY (subscription_id, seq),
    KEY opened (opened_in),
    KEY lapsed (lapsed_in),
    FOREIGN KEY (subscription_id) REFERENCES subscription (subscription_id),
    CONSTRAINT a_window_follows_the_term CHECK (opens_on = expired_on + INTERVAL 1 DAY AND closes_on >= opens_on),
    CONSTRAINT a_window_was_opened_or_lapsed CHECK (opened_in IS NOT NULL OR lapsed_in IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
