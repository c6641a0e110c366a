-- One row per job and business date; a run of one subscription (--scope) is a row of its own.
CREATE TABLE batch_run (
    run_id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    business_date DATE         NOT NULL,
    job           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scope         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    state         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fence         BIGINT       NOT NULL,
    error         VARCHAR(1000) NULL,
    started_at    DATETIME(3)  NOT NULL,
    ended_at      DATETIME(3)  NULL,
    UNIQUE KEY one_run_per_job_and_night (business_date, job, scope),
    CONSTRAINT a_failed_run_says_why CHECK (state <> 'FAILED' OR error IS NOT NULL),
    CONSTRAINT batch_run_state_is_known CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED', 'STOPPED', 'WAITING'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
