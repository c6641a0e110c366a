CREATE TABLE night_fence (
    id    TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
    fence BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
