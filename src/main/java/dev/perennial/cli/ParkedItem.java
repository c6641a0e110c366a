package dev.perennial.cli;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person (rules 11.3).
 *
 * @param id what {@code retry} takes
 * @param subscription whose it is, if it is one subscription's
 * @param since the night that parked it
 * @param error why
 * @param askedBy who asked for the next try, which the next night makes
 */
record ParkedItem(String id, String subscription, LocalDate since, String error, @Nullable String askedBy) {

	static final String ORDER = "ORDER:";

	static final String NOTICE = "NOTICE:";

	static final String REFUND = "REFUND:";

	static final String ITEM = "ITEM:";

	String next() {
		if (this.askedBy != null) {
			return "the next night tries, asked by " + this.askedBy;
		}
		if (this.id.startsWith(ITEM)) {
			return "the next night tries by itself";
		}
		return this.id.startsWith(REFUND)
				? "refund it at the gateway or mend what it says, then perennial retry " + this.id
				: "perennial retry " + this.id;
	}

}
