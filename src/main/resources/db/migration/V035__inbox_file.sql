-- Each inbox file once, by its content (rules 1.6).
CREATE TABLE inbox_file (
    sha256    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    name      VARCHAR(100) NOT NULL,
    kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (kind IN ('REQUESTS', 'BANK')),
    data_rows BIGINT       NOT NULL,
    stored_in DATE         NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
