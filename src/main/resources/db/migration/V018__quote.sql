-- The price of a renewal, frozen by the night that plans the first notice of the term, or claims (rules 5.2).
-- seq: of the term that the renewal would start. Amounts in minor units.
CREATE TABLE quote (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    price_day       DATE     NOT NULL,
    quoted_in       DATE     NOT NULL,
    currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    net             BIGINT   NOT NULL,
    tax_rate        INT      NOT NULL,
    tax             BIGINT   NOT NULL,
    gross           BIGINT   NOT NULL,
    tax_treatment   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (subscription_id, seq),
    FOREIGN KEY (subscription_id) REFERENCES subscription (subscription_id),
    CONSTRAINT a_quote_adds_up CHECK (gross = net + tax)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
