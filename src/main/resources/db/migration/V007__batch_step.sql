-- The plan of a step: frozen when planned, counted when completed (rules 11.2).
CREATE TABLE batch_step (
    step_id BIGINT   NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id  BIGINT   NOT NULL,
    step    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    planned BIGINT   NOT NULL DEFAULT 0,
    done    BIGINT   NOT NULL DEFAULT 0,
    skipped BIGINT   NOT NULL DEFAULT 0,
    parked  BIGINT   NOT NULL DEFAULT 0,
    UNIQUE KEY one_step_per_run (run_id, step),
    FOREIGN KEY (run_id) REFERENCES batch_run (run_id),
    CONSTRAINT a_completed_step_counts_what_it_planned CHECK (state <> 'COMPLETED' OR planned = done + skipped + parked),
    CONSTRAINT batch_step_state_is_known CHECK (state IN ('PLANNING', 'PLANNED', 'COMPLETED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
