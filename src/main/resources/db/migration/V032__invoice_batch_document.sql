-- The key: a document is in one batch only.
CREATE TABLE invoice_batch_document (
    number        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    business_date DATE NOT NULL,
    KEY of_batch (business_date),
    FOREIGN KEY (number) REFERENCES document (number),
    FOREIGN KEY (business_date) REFERENCES invoice_batch (business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
