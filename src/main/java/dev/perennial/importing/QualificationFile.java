package dev.perennial.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import dev.perennial.importing.row.Fields;

/** The rows of {@code qualifications.csv}. */
final class QualificationFile {

	static final String NAME = "qualifications.csv";

	static final List<String> COLUMNS = List.of("partner_id", "offer", "checked_on", "passed");

	private final Known known;

	private final HashSet<Object> seen = new HashSet<>();

	QualificationFile(Known known) {
		this.known = known;
	}

	/** Reads a row; a check in the future is none, and one of a day has one result. */
	Qualification read(Fields fields) {
		String partnerId = fields.id("partner_id");
		this.known.refuseUnknownPartner(fields, partnerId);
		String offer = fields.id("offer");
		this.known.refuseUnknownOffer(fields, offer);
		LocalDate checkedOn = fields.date("checked_on");
		fields.refuseIf(checkedOn.isAfter(this.known.day()), "checked_on",
				"%s lies in the future: expected a day up to the import, %s".formatted(checkedOn, this.known.day()));
		Qualification read = new Qualification(partnerId, offer, checkedOn, fields.either("passed", "yes", "no"));
		fields.refuseIf(fields.areGood() && !this.seen.add(List.of(partnerId, offer, checkedOn)), "checked_on",
				"a check of this partner, offer and day stands in an earlier row of this file");
		return read;
	}

}
