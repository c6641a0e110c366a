CREATE TABLE invoice_batch (
    business_date DATE    NOT NULL PRIMARY KEY,
    state         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (state IN ('FORMED', 'DELIVERED')),
    documents     BIGINT  NOT NULL,
    manifest_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    CHECK (state <> 'DELIVERED' OR manifest_sha256 IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
