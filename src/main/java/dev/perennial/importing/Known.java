package dev.perennial.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import dev.perennial.csv.Masked;
import dev.perennial.importing.row.Fields;

/**
 * What a file is checked against.
 *
 * @param day the day of the import, the oldest open date
 * @param offers the codes of all offers
 * @param partners the ids of all partners
 * @param subscriptions the ids of all subscriptions
 */
record Known(LocalDate day, Set<String> offers, Set<String> partners, Set<String> subscriptions) {

	Known {
		offers = Set.copyOf(offers);
	}

	void refuseUnknownPartner(Fields fields, String partnerId) {
		fields.refuseIf(!partnerId.isEmpty() && !this.partners.contains(partnerId), "partner_id",
				"no partner %s is known: expected one of partners.csv, or one imported before"
					.formatted(Masked.quoted(partnerId)));
	}

	void refuseUnknownOffer(Fields fields, String offer) {
		fields.refuseIf(!offer.isEmpty() && !this.offers.contains(offer), "offer",
				"no offer %s is known: expected one of %s".formatted(Masked.quoted(offer), new TreeSet<>(this.offers)));
	}

	/** Refuses an id that stood in an earlier row of the same file. */
	static void refuseDoubled(Fields fields, String column, String id, HashSet<String> seen) {
		fields.refuseIf(!id.isEmpty() && !seen.add(id), column,
				"%s stands in an earlier row of this file: expected each id once".formatted(Masked.quoted(id)));
	}

}
