-- Who runs. The fence only moves at a take-over, so that writing transactions can share-lock it
-- without waiting for each other; the heartbeat writes the lease row, which nobody locks.
CREATE TABLE night_lease (
    id             TINYINT      NOT NULL PRIMARY KEY,
    owner          VARCHAR(100) NULL,
    business_date  DATE         NULL,
    beat           BIGINT       NOT NULL DEFAULT 0,
    beat_at        DATETIME(3)  NULL,
    stop_requested BOOLEAN      NOT NULL DEFAULT FALSE,
    CONSTRAINT there_is_one_lease CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
