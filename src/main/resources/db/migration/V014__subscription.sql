-- look_on: the next business date on which a night has to look at it. Every write to a subscription
-- sets it back to the date of the night, and only the verdict that nothing is left to do moves it on.
CREATE TABLE subscription (
    subscription_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    partner_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    offer           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_reason    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    payment_method  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    card_id         VARCHAR(200) NULL,
    term_seq        SMALLINT NULL,
    term_ends_on    DATE     NULL,
    benefits_until  DATE     NULL,
    method_given_in DATE     NOT NULL,
    created_in      DATE     NOT NULL,
    look_on         DATE     NULL,
    KEY due (look_on, subscription_id),
    KEY of_partner (partner_id),
    KEY expired (state, term_ends_on),
    FOREIGN KEY (partner_id) REFERENCES partner (partner_id),
    FOREIGN KEY (card_id) REFERENCES card (card_id),
    CONSTRAINT a_subscription_that_was_paid_has_a_term CHECK (state = 'PENDING' OR (state = 'CANCELLED' AND state_reason IS NOT NULL) OR term_seq IS NOT NULL),
    CONSTRAINT subscription_state_is_known CHECK (state IN ('PENDING', 'ACTIVE', 'IN_WINDOW', 'LAPSED', 'CANCELLED')),
    CONSTRAINT subscription_payment_method_is_known CHECK (payment_method IN ('CARD', 'TRANSFER'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
