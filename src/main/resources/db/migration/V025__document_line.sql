CREATE TABLE document_line (
    number      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        SMALLINT     NOT NULL,
    description VARCHAR(300) NOT NULL,
    quantity    INT          NOT NULL CHECK (quantity > 0),
    unit_net    BIGINT       NOT NULL,
    net         BIGINT       NOT NULL,
    tax_rate    INT          NOT NULL,
    tax         BIGINT       NOT NULL,
    PRIMARY KEY (number, line),
    FOREIGN KEY (number) REFERENCES document (number),
    CHECK (net = quantity * unit_net)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
