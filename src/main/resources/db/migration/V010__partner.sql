CREATE TABLE partner (
    partner_id   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    legal_name   VARCHAR(200) NOT NULL,
    email        VARCHAR(254) NOT NULL DEFAULT '',
    backup_email VARCHAR(254) NOT NULL DEFAULT '',
    contact_name VARCHAR(200) NOT NULL DEFAULT '',
    phone        VARCHAR(40)  NOT NULL DEFAULT '',
    locale       VARCHAR(35)  NOT NULL DEFAULT '',
    country      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    vat_id       VARCHAR(20)  NOT NULL DEFAULT '',
    street       VARCHAR(200) NOT NULL DEFAULT '',
    postal_code  VARCHAR(20)  NOT NULL DEFAULT '',
    city         VARCHAR(100) NOT NULL DEFAULT ''
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
