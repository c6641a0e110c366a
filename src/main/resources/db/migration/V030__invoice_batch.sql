CREATE TABLE invoice_batch (
    business_date DATE    NOT NULL PRIMARY KEY,
    state         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    documents     BIGINT  NOT NULL,
    manifest_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    CONSTRAINT a_delivered_batch_has_its_manifest CHECK (state <> 'DELIVERED' OR manifest_sha256 IS NOT NULL),
    CONSTRAINT invoice_batch_state_is_known CHECK (state IN ('FORMED', 'DELIVERED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
