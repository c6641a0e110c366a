package dev.perennial.importing;

import java.util.HashSet;
import java.util.List;

import dev.perennial.importing.row.Fields;
import dev.perennial.partner.Partner;

/** The rows of {@code partners.csv}. */
final class PartnerFile {

	static final String NAME = "partners.csv";

	static final List<String> COLUMNS = List.of("partner_id", "legal_name", "email", "backup_email", "contact_name",
			"phone", "locale", "country", "vat_id", "street", "postal_code", "city");

	private final HashSet<String> seen = new HashSet<>();

	/**
	 * Reads a row. E-mail addresses, contact and VAT id may be empty, street and city
	 * not: an invoice needs them (rules 9.4).
	 */
	Partner read(Fields fields) {
		String id = fields.id("partner_id");
		Known.refuseDoubled(fields, "partner_id", id, this.seen);
		Partner.Contact contact = new Partner.Contact(fields.optionalEmail("email"),
				fields.optionalEmail("backup_email"), fields.optionalText("contact_name", 200),
				fields.optionalText("phone", 40));
		Partner.Address address = new Partner.Address(fields.text("street", 200),
				fields.optionalText("postal_code", 20), fields.text("city", 100), fields.country("country"));
		return new Partner(id, fields.text("legal_name", 200), contact, fields.optionalLocale("locale"),
				fields.optionalVatId("vat_id"), address);
	}

}
