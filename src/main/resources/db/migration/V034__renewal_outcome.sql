-- What a night did to an order, or why a renewal that was due could not go on; the last word of the night
-- stands (renewals.csv). order_number is empty where no order exists.
CREATE TABLE renewal_outcome (
    business_date   DATE     NOT NULL,
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    order_number    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    origin          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    starts_on       DATE     NOT NULL,
    ends_on         DATE     NOT NULL,
    outcome         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason          VARCHAR(1000) NULL,
    charged         BIGINT   NULL,
    PRIMARY KEY (business_date, subscription_id, seq, order_number),
    CONSTRAINT renewal_outcome_outcome_is_known CHECK (outcome IN ('RENEWED', 'INVOICED', 'DECLINED_SOFT', 'DECLINED_HARD', 'UNKNOWN', 'NOT_CHARGED', 'EXPIRED', 'CANCELLED', 'HELD', 'PARKED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
