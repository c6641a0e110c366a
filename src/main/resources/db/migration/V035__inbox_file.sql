-- Each inbox file once, by its content (rules 1.6).
CREATE TABLE inbox_file (
    sha256    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    name      VARCHAR(100) NOT NULL,
    kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    data_rows BIGINT       NOT NULL,
    stored_in DATE         NOT NULL,
    CONSTRAINT inbox_file_kind_is_known CHECK (kind IN ('REQUESTS', 'BANK'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
