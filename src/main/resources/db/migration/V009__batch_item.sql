-- A row to do. The key sorts: the order of the plan is the order of its keys.
CREATE TABLE batch_item (
    step_id  BIGINT       NOT NULL,
    ordinal  BIGINT       NOT NULL,
    item_key VARCHAR(200) NOT NULL,
    state    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE', 'SKIPPED', 'PARKED')),
    reason   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    error    VARCHAR(1000) NULL,
    PRIMARY KEY (step_id, ordinal),
    FOREIGN KEY (step_id) REFERENCES batch_step (step_id),
    CHECK (state <> 'SKIPPED' OR reason IS NOT NULL),
    CHECK (state <> 'PARKED' OR error IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
