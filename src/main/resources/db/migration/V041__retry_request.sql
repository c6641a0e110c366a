-- What a person asked to be tried again after its job completed; the next night takes it (rules 11.3).
CREATE TABLE retry_request (
    parked_id VARCHAR(300) NOT NULL PRIMARY KEY,
    asked_by  VARCHAR(100) NOT NULL,
    taken_in  DATE         NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
