-- A term that was not imported stems from an order, which is a later table than it.
ALTER TABLE term ADD CONSTRAINT a_term_is_of_an_order FOREIGN KEY (order_number) REFERENCES renewal_order (order_number);
