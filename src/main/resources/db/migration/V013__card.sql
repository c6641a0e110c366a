-- The one place where gateway tokens stand (rules 11.9). A card is never changed, only followed by another.
CREATE TABLE card (
    card_id    VARCHAR(200) NOT NULL PRIMARY KEY,
    token      VARCHAR(100) NOT NULL,
    expires_on DATE         NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
