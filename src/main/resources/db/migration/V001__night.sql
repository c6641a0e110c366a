-- One row per business date. Dates close strictly in order (rules 1.4); what a night uses is
-- stored at its first start (rules 1.1, 1.7).
CREATE TABLE night (
    business_date       DATE         NOT NULL PRIMARY KEY,
    state               VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPEN',
    today               DATE         NULL,
    settings            MEDIUMTEXT   NULL,
    charges             BIGINT       NOT NULL DEFAULT 0,
    mails               BIGINT       NOT NULL DEFAULT 0,
    waits_for           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    approved_by         VARCHAR(100) NULL,
    accepted_violations VARCHAR(1000) NULL,
    accepted_by         VARCHAR(100) NULL,
    started_at          DATETIME(3)  NULL,
    closed_at           DATETIME(3)  NULL,
    CONSTRAINT a_closed_night_was_started CHECK (state = 'OPEN' OR today IS NOT NULL),
    CONSTRAINT night_state_is_known CHECK (state IN ('OPEN', 'CLOSED')),
    CONSTRAINT night_waits_for_is_known CHECK (waits_for IN ('LATE_NIGHT', 'CHARGES', 'MAILS'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
