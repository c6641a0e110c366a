package dev.perennial.importing;

import java.time.LocalDate;
import java.util.List;

import dev.perennial.partner.Partner;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes imported partners; a known one is updated, and its subscriptions are looked at
 * again.
 */
final class ImportedPartners {

	private final JdbcTemplate jdbc;

	private final LocalDate day;

	ImportedPartners(JdbcTemplate jdbc, LocalDate day) {
		this.jdbc = jdbc;
		this.day = day;
	}

	void save(List<Partner> partners) {
		this.jdbc.batchUpdate("""
				INSERT INTO partner (partner_id, legal_name, email, backup_email, contact_name, phone, locale, country,
				       vat_id, street, postal_code, city)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON DUPLICATE KEY UPDATE legal_name = VALUES(legal_name), email = VALUES(email),
				       backup_email = VALUES(backup_email), contact_name = VALUES(contact_name), phone = VALUES(phone),
				       locale = VALUES(locale), country = VALUES(country), vat_id = VALUES(vat_id),
				       street = VALUES(street), postal_code = VALUES(postal_code), city = VALUES(city)
				""",
				partners.stream()
					.map((partner) -> new Object[] { partner.id(), partner.legalName(), partner.contact().email(),
							partner.contact().backupEmail(), partner.contact().name(), partner.contact().phone(),
							partner.locale(), partner.address().country(), partner.vatId(), partner.address().street(),
							partner.address().postalCode(), partner.address().city() })
					.toList());
		LookAgain.atSubscriptionsOf(this.jdbc, partners.stream().map(Partner::id).toList(), this.day);
	}

}
