package dev.perennial.demo.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.perennial.demo.sample.SampleCase.Buyer;

/**
 * Makes up a partner: name, addresses and VAT id follow from its id, country and marks.
 */
final class SamplePartner {

	static final String HEADER = "partner_id,legal_name,email,backup_email,contact_name,phone,locale,country,vat_id,"
			+ "street,postal_code,city";

	private static final List<String> COLUMNS = List.of(HEADER.split(","));

	private static final Map<String, List<String>> COUNTRIES = TextTable.read("countries.txt", 9)
		.stream()
		.collect(Collectors.toMap((cells) -> cells.get(0), Function.identity()));

	private static final List<String> CONTACTS = List.of("Anna Schäfer", "Иван Петров", "山田 花子", "Jean-Luc Béraud",
			"فاطمة العلي", "Seán O'Neill", "Łucja Wiśniewska", "Ольга Ёжикова");

	private SamplePartner() {
	}

	/**
	 * The row of a partner.
	 * @param id the partner id
	 * @param buyer its country and what is special about it
	 * @param number anything that tells partners apart; the same number gives the same
	 * partner
	 */
	static List<String> row(String id, Buyer buyer, int number) {
		List<String> country = COUNTRIES.getOrDefault(buyer.country(), List.of());
		if (country.isEmpty()) {
			throw new IllegalStateException("countries.txt has no " + buyer.country());
		}
		Map<String, String> row = new LinkedHashMap<>();
		COLUMNS.forEach((column) -> row.put(column, ""));
		String[] names = country.get(8).split("; ");
		String domain = id.toLowerCase(Locale.ROOT).replace("pt-", "") + ".example";
		row.put("partner_id", id);
		row.put("legal_name", names[number % names.length]);
		row.put("email", (buyer.is("no-mail") || buyer.is("backup-mail")) ? "" : "office@" + domain);
		row.put("backup_email",
				(buyer.is("backup-mail") || (number % 3 == 0 && !buyer.is("no-mail"))) ? "backup@" + domain : "");
		row.put("contact_name", buyer.is("no-contact") ? "" : CONTACTS.get(number % CONTACTS.size()));
		row.put("phone", buyer.is("no-phone") ? "" : country.get(4) + "%02d".formatted(number % 100));
		row.put("locale", (number % 19 == 0) ? "" : country.get(1));
		row.put("country", buyer.country());
		row.put("vat_id", vatId(buyer, country.get(3), number));
		row.put("street", country.get(7) + " " + (1 + number % 98));
		row.put("postal_code", country.get(5));
		row.put("city", country.get(6));
		return new ArrayList<>(row.values());
	}

	/** The row with one value replaced. */
	static List<String> with(List<String> row, String column, String value) {
		List<String> changed = new ArrayList<>(row);
		int index = COLUMNS.indexOf(column);
		if (index < 0) {
			throw new IllegalStateException("partners.csv has no column " + column);
		}
		changed.set(index, value);
		return changed;
	}

	private static String vatId(Buyer buyer, String prefix, int number) {
		if (!buyer.value("vat").isEmpty()) {
			return buyer.value("vat");
		}
		boolean without = buyer.is("no-vat") || prefix.isEmpty() || number % 5 == 4;
		// the register of the demo reads the last three digits: 404 and 503 are kept for
		// those who ask for them
		return without ? "" : "%s%06d%03d".formatted(prefix, 100_000 + number, number % 400);
	}

}
