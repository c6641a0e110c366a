-- A stored line of a bank file. row_key sorts as lines are matched: booked_on, file, line.
CREATE TABLE bank_line (
    row_key        VARCHAR(200) NOT NULL PRIMARY KEY,
    sha256         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry_id       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    booked_on      DATE         NOT NULL,
    amount         BIGINT       NOT NULL,
    currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference      VARCHAR(200) NOT NULL,
    payer          VARCHAR(200) NOT NULL,
    result         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    invoice_number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    credited       BIGINT       NULL,
    read_in        DATE         NULL,
    waiting_key    DATE GENERATED ALWAYS AS (CASE WHEN read_in IS NULL THEN booked_on END) STORED,
    counted_id     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (CASE WHEN result <> 'DUPLICATE' THEN entry_id END) STORED,
    UNIQUE KEY an_entry_counts_once (counted_id),
    KEY waiting (waiting_key),
    KEY read_by_night (read_in),
    FOREIGN KEY (sha256) REFERENCES inbox_file (sha256),
    CONSTRAINT a_line_that_was_read_has_a_result CHECK ((read_in IS NULL) = (result IS NULL)),
    CONSTRAINT bank_line_result_is_known CHECK (result IN ('PAID', 'PARTLY_PAID', 'OVERPAID', 'UNMATCHED', 'DUPLICATE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
