-- One row per business date. Dates close strictly in order (rules 1.4); what a night uses is
-- stored at its first start (rules 1.1, 1.7).
CREATE TABLE night (
    business_date       DATE         NOT NULL PRIMARY KEY,
    state               VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    today               DATE         NULL,
    settings            MEDIUMTEXT   NULL,
    charges             BIGINT       NOT NULL DEFAULT 0,
    mails               BIGINT       NOT NULL DEFAULT 0,
    waits_for           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL CHECK (waits_for IN ('LATE_NIGHT', 'CHARGES', 'MAILS')),
    approved_by         VARCHAR(100) NULL,
    accepted_violations VARCHAR(1000) NULL,
    accepted_by         VARCHAR(100) NULL,
    started_at          DATETIME(3)  NULL,
    closed_at           DATETIME(3)  NULL,
    CHECK (state = 'OPEN' OR today IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
