package dev.perennial.model;

/** An issued invoice or credit note, with its own copy of the buyer (rules 9.2, 9.3). */
record Document(String number, String type, Order order, Partner buyer, Payable payable) {

	/** When it is due and how far it is paid, at the end of its night. */
	record Payable(String due, String status) {
	}

}
