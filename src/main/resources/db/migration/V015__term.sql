-- seq 0 is the first term known here. The key makes "one renewal per term" a fact of the schema.
CREATE TABLE term (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             SMALLINT NOT NULL,
    anchor          DATE     NOT NULL,
    starts_on       DATE     NOT NULL,
    ends_on         DATE     NOT NULL,
    origin          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_number    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    started_in      DATE     NOT NULL,
    active_key      TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'ACTIVE' THEN 1 END) STORED,
    PRIMARY KEY (subscription_id, seq),
    UNIQUE KEY one_active_term (subscription_id, active_key),
    KEY active_until (active_key, ends_on),
    KEY started (started_in),
    FOREIGN KEY (subscription_id) REFERENCES subscription (subscription_id),
    CONSTRAINT a_term_starts_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT a_term_was_imported_or_ordered CHECK ((origin = 'IMPORT') = (order_number IS NULL)),
    CONSTRAINT term_origin_is_known CHECK (origin IN ('IMPORT', 'PURCHASE', 'MANUAL', 'AUTO')),
    CONSTRAINT term_state_is_known CHECK (state IN ('ACTIVE', 'ENDED', 'CANCELLED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
