-- What the mail server said, one row per dialogue that reached an end we know or must doubt.
CREATE TABLE mail_delivery (
    notice_id CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    try_no    SMALLINT     NOT NULL,
    recipient VARCHAR(254) NOT NULL,
    result    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer    VARCHAR(300) NOT NULL,
    ended_in  DATE         NOT NULL,
    PRIMARY KEY (notice_id, try_no),
    FOREIGN KEY (notice_id) REFERENCES notice (notice_id),
    CONSTRAINT mail_delivery_result_is_known CHECK (result IN ('ACCEPTED', 'REFUSED_TEMP', 'REFUSED_PERM', 'DOUBTFUL'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
