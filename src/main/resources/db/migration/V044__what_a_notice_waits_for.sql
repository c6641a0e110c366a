-- What waits for a person is found by a key, too: `perennial parked` read every notice that ever was.
ALTER TABLE notice
    DROP KEY to_send,
    DROP COLUMN to_send_key,
    ADD COLUMN waits_for VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (CASE
        WHEN state IN ('PLANNED', 'SENDING', 'FAILED_TEMP') THEN 'NIGHT'
        WHEN state IN ('FAILED_PERM', 'AMBIGUOUS') THEN 'PERSON' END) STORED,
    ADD KEY waiting (waits_for, last_on);
