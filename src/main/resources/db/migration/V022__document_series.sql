CREATE TABLE document_series (
    series      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    next_number BIGINT NOT NULL,
    CONSTRAINT a_series_begins_with_one CHECK (next_number >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
