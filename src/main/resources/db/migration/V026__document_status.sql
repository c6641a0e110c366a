-- What happened to an invoice since it was issued. One live invoice per term (rules 9.1).
CREATE TABLE document_status (
    number          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    gross           BIGINT   NOT NULL,
    paid            BIGINT   NOT NULL DEFAULT 0,
    credited        BIGINT   NOT NULL DEFAULT 0,
    reversed        BOOLEAN GENERATED ALWAYS AS (credited = gross) STORED,
    live_key        TINYINT GENERATED ALWAYS AS (CASE WHEN credited < gross THEN 1 END) STORED,
    UNIQUE KEY one_live_invoice_per_term (subscription_id, seq, live_key),
    FOREIGN KEY (number) REFERENCES document (number),
    CONSTRAINT an_invoice_is_paid_and_credited_up_to_its_gross CHECK (paid >= 0 AND paid <= gross AND credited >= 0 AND credited <= gross)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
