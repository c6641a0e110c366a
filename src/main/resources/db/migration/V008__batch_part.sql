-- A range of ordinals of a plan and how far it is done; moved by compare-and-set in the
-- transaction that writes the rows.
CREATE TABLE batch_part (
    step_id BIGINT NOT NULL,
    part_no INT    NOT NULL,
    lo      BIGINT NOT NULL,
    hi      BIGINT NOT NULL,
    done    BIGINT NOT NULL,
    PRIMARY KEY (step_id, part_no),
    FOREIGN KEY (step_id) REFERENCES batch_step (step_id),
    CONSTRAINT a_part_is_done_within_its_bounds CHECK (lo <= done AND done <= hi)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
