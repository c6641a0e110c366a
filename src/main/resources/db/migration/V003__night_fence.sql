CREATE TABLE night_fence (
    id    TINYINT NOT NULL PRIMARY KEY,
    fence BIGINT  NOT NULL,
    CONSTRAINT there_is_one_fence CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
