-- The numbers that a night reserved, in the transaction that closed the plan (rules 9.2).
CREATE TABLE document_block (
    business_date DATE        NOT NULL,
    series        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_number  BIGINT      NOT NULL,
    documents     BIGINT      NOT NULL,
    PRIMARY KEY (business_date, series),
    UNIQUE KEY one_block_per_number (series, first_number),
    CONSTRAINT a_block_has_documents CHECK (documents > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
