-- A row to do. The key sorts: the order of the plan is the order of its keys.
CREATE TABLE batch_item (
    step_id  BIGINT       NOT NULL,
    ordinal  BIGINT       NOT NULL,
    item_key VARCHAR(200) NOT NULL,
    state    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PENDING',
    reason   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    error    VARCHAR(1000) NULL,
    PRIMARY KEY (step_id, ordinal),
    FOREIGN KEY (step_id) REFERENCES batch_step (step_id),
    CONSTRAINT a_skipped_item_has_a_reason CHECK (state <> 'SKIPPED' OR reason IS NOT NULL),
    CONSTRAINT a_parked_item_has_an_error CHECK (state <> 'PARKED' OR error IS NOT NULL),
    CONSTRAINT batch_item_state_is_known CHECK (state IN ('PENDING', 'DONE', 'SKIPPED', 'PARKED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
