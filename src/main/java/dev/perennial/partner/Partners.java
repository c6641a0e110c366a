package dev.perennial.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import dev.perennial.partner.Partner.Address;
import dev.perennial.partner.Partner.Contact;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The registered partners. */
public class Partners {

	private final JdbcClient jdbc;

	public Partners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The partners that are registered among some ids. */
	public Map<String, Partner> byId(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.jdbc
			.sql("""
					SELECT partner_id, legal_name, email, backup_email, contact_name, phone, locale, country, vat_id, street,
					       postal_code, city
					  FROM partner
					 WHERE partner_id IN (:ids)
					""")
			.param("ids", ids)
			.query(Partners::partner)
			.stream()
			.collect(Collectors.toMap(Partner::id, (partner) -> partner));
	}

	private static Partner partner(ResultSet row, int number) throws SQLException {
		return new Partner(row.getString("partner_id"), row.getString("legal_name"),
				new Contact(row.getString("email"), row.getString("backup_email"), row.getString("contact_name"),
						row.getString("phone")),
				row.getString("locale"), row.getString("vat_id"), new Address(row.getString("street"),
						row.getString("postal_code"), row.getString("city"), row.getString("country")));
	}

}
