CREATE TABLE qualification (
    partner_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    offer      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    checked_on DATE    NOT NULL,
    passed     BOOLEAN NOT NULL,
    PRIMARY KEY (partner_id, offer, checked_on),
    FOREIGN KEY (partner_id) REFERENCES partner (partner_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
