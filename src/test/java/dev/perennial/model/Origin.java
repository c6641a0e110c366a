package dev.perennial.model;

/** Where a term or an order comes from. */
enum Origin {

	IMPORT, PURCHASE, AUTO, MANUAL

}
