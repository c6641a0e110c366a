-- A cancellation, or a switch-off that came too late (rules 3.4, 10.1). asked_end is what a person decided;
-- the next night carries it out.
CREATE TABLE support_request (
    request_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    kind            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partner_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_in        DATE     NOT NULL,
    filed_in        DATE     NOT NULL,
    outcome         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    asked_end       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    asked_by        VARCHAR(100) NULL,
    ended_key       TINYINT GENERATED ALWAYS AS (CASE WHEN asked_end IS NOT NULL AND state NOT IN ('RESOLVED', 'REJECTED') THEN 1 END) STORED,
    KEY of_subscription (subscription_id),
    KEY to_end (ended_key),
    KEY changed (state_in),
    FOREIGN KEY (subscription_id) REFERENCES subscription (subscription_id),
    CONSTRAINT support_request_kind_is_known CHECK (kind IN ('CANCEL', 'LATE_OFF')),
    CONSTRAINT support_request_state_is_known CHECK (state IN ('NEW', 'OPEN', 'WAITING_PARTNER', 'RESOLVED', 'REJECTED')),
    CONSTRAINT support_request_asked_end_is_known CHECK (asked_end IN ('REFUND', 'END_OF_TERM', 'REJECT'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
