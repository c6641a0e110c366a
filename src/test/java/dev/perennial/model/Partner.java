package dev.perennial.model;

import java.util.stream.Stream;

/** A registered partner (rules 2.3). */
record Partner(String id, String name, Contact contact, String country, String vatId) {

	/** Whether mail can reach the partner, the backup address included (rules 8.5). */
	boolean reachable() {
		return Stream.of(contact().email(), contact().backupEmail()).anyMatch((address) -> !address.isBlank());
	}

	/** Whether a transfer can be agreed with the partner (rules 7.1). */
	boolean hasTransferContact() {
		return Stream.of(contact().name(), contact().phone(), contact().email()).noneMatch(String::isBlank);
	}

	/** How the partner is reached. */
	record Contact(String email, String backupEmail, String name, String phone) {
	}

}
