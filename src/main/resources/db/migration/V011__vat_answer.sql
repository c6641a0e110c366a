-- What the register said of a VAT id on a business date (rules 5.5).
CREATE TABLE vat_answer (
    vat_id   VARCHAR(20) NOT NULL,
    asked_on DATE        NOT NULL,
    answer   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (vat_id, asked_on),
    CONSTRAINT vat_answer_answer_is_known CHECK (answer IN ('VALID', 'INVALID', 'UNAVAILABLE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
