-- Only ever inserted: a term without a row is ON, and nothing can turn OFF into ON (rules 3.2).
CREATE TABLE auto_renew_off (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    asked_on        DATE     NOT NULL,
    switched_in     DATE     NOT NULL,
    cause           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (subscription_id, seq),
    KEY switched (switched_in),
    CONSTRAINT a_switch_is_of_a_term FOREIGN KEY (subscription_id, seq) REFERENCES term (subscription_id, seq),
    CONSTRAINT auto_renew_off_cause_is_known CHECK (cause IN ('IMPORT', 'REQUEST', 'CANCELLATION', 'CARRIED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
