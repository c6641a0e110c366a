-- Which payment paid which invoice; released when the order ended and the money became a credit of the partner.
CREATE TABLE allocation (
    payment_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount     BIGINT NOT NULL,
    released_in DATE  NULL,
    PRIMARY KEY (payment_id, number),
    KEY of_document (number),
    FOREIGN KEY (payment_id) REFERENCES payment (payment_id),
    FOREIGN KEY (number) REFERENCES document (number),
    CONSTRAINT an_allocation_is_more_than_nothing CHECK (amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
