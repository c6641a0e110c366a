CREATE TABLE document_line (
    number      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        SMALLINT     NOT NULL,
    description VARCHAR(300) NOT NULL,
    quantity    INT          NOT NULL,
    unit_net    BIGINT       NOT NULL,
    net         BIGINT       NOT NULL,
    tax_rate    INT          NOT NULL,
    tax         BIGINT       NOT NULL,
    PRIMARY KEY (number, line),
    FOREIGN KEY (number) REFERENCES document (number),
    CONSTRAINT a_line_adds_up CHECK (net = quantity * unit_net),
    CONSTRAINT a_line_has_a_quantity CHECK (quantity > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
