-- Control totals, credit notes negative (rules 9.5).
CREATE TABLE invoice_batch_total (
    business_date DATE   NOT NULL,
    currency      CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    documents     BIGINT NOT NULL,
    net           BIGINT NOT NULL,
    tax           BIGINT NOT NULL,
    gross         BIGINT NOT NULL,
    PRIMARY KEY (business_date, currency),
    FOREIGN KEY (business_date) REFERENCES invoice_batch (business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
