package dev.perennial.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.perennial.catalogue.CatalogueTexts;
import dev.perennial.demo.sample.SamplePartners;
import dev.perennial.testing.TestDatabase;

/**
 * The files of a big night: the cases of the sample again and again, those of them that
 * are due, and requests and bank lines about them. Nothing is random.
 *
 * @param folder where they are written to
 * @param night the date of the night
 */
record BulkFiles(Path folder, LocalDate night) {

	private static final String REQUESTS = "request_id,submitted_on,type,subscription_id,partner_id,offer,currency,"
			+ "payment_method,card_token,card_expires,note\n";

	private static final List<String> CARDS = List.of("pm_card_visa", "pm_card_visa_chargeDeclinedLostCard",
			"pm_sim_soft_then_ok_1", "pm_sim_429_then_ok", "pm_sim_500_then_ok", "pm_sim_timeout_charged");

	/**
	 * Writes what is imported before the night.
	 * @param size how many subscriptions of the mix, before what is not due is left out
	 * @param catalogue of the evening before
	 */
	void write(int size, CatalogueTexts catalogue) throws IOException {
		SamplePartners sample = new SamplePartners(this.night);
		// The first round of the mix has the names of those of the evening before.
		sample.writeTo(this.folder, sample.size() + size, catalogue);
		Set<String> partners = new HashSet<>();
		keep("subscriptions.csv", (row) -> {
			String[] cells = row.split(",", -1);
			LocalDate endsOn = LocalDate.parse(cells[6]);
			boolean due = cells[0].matches(".*-R\\d+") && !endsOn.isBefore(this.night.minusDays(31))
					&& !endsOn.isAfter(this.night.plusDays(42));
			return due && partners.add(cells[1]);
		});
		for (String file : List.of("partners.csv", "qualifications.csv")) {
			keep(file, (row) -> partners.contains(row.substring(0, row.indexOf(','))));
		}
		Path subscriptions = this.folder.resolve("subscriptions.csv");
		// When a late charge is found depends on how long the night takes: the evening
		// has them.
		Files.writeString(subscriptions,
				Files.readString(subscriptions).replace("pm_sim_timeout_charged_late", "pm_sim_timeout_charged"));
		raisePrice();
	}

	private void keep(String file, Predicate<String> wanted) throws IOException {
		Path path = this.folder.resolve(file);
		List<String> lines = Files.readAllLines(path);
		List<String> kept = new ArrayList<>(List.of(lines.get(0)));
		kept.addAll(lines.stream().skip(1).filter(wanted).toList());
		Files.write(path, kept);
	}

	/** After the quotes are frozen. */
	private void raisePrice() throws IOException {
		Path offers = this.folder.resolve("catalog/offers.yaml");
		String price = "{currency: EUR, from: 2024-01-01, net: \"425.00\"}\n";
		Files.writeString(offers, Files.readString(offers)
			.replace(price,
					price + "      - {currency: EUR, from: %s, net: \"432.00\"}\n".formatted(this.night.plusDays(8))));
	}

	/** What partners ask for on the day of the night. */
	String requests() throws IOException {
		StringBuilder requests = new StringBuilder(REQUESTS);
		List<String> rows = Files.readAllLines(this.folder.resolve("subscriptions.csv"));
		for (int number = 1; number < rows.size(); number++) {
			String[] cells = rows.get(number).split(",", -1);
			LocalDate endsOn = LocalDate.parse(cells[6]);
			boolean runs = !endsOn.isBefore(this.night);
			String type = switch (number % 12) {
				case 1 -> (runs && cells[7].equals("on")) ? "AUTO_RENEW_OFF" : "";
				case 2 -> runs ? "CANCEL" : "";
				case 3, 9 -> (!runs && cells[7].equals("off")) ? "RENEW" : "";
				default -> "";
			};
			if (!type.isEmpty()) {
				requests.append("BULK-%d,%s,%s,%s,%s,,,,,,\n".formatted(number, this.night, type, cells[0], cells[1]));
			}
			else if (number % 12 == 5) {
				requests.append(purchase("BUY-" + number, this.night, cells[1], number / 12));
			}
		}
		return requests.toString();
	}

	/** Purchases by transfer whose time is over in the night. */
	static String purchasesUnpaid(LocalDate night, int count) {
		StringBuilder requests = new StringBuilder(REQUESTS);
		for (int number = 1; number <= count; number++) {
			requests.append("UNPAID-%d,%s,PURCHASE,,PT-BUYER-2,BRONZE,EUR,transfer,,,\n".formatted(number,
					night.minusDays(31)));
		}
		return requests.toString();
	}

	private static String purchase(String id, LocalDate on, String partner, int number) {
		int card = number % (CARDS.size() + 1);
		String pays = (card == CARDS.size()) ? "transfer,," : "card,%s,2031-01".formatted(CARDS.get(card));
		return "%s,%s,PURCHASE,,%s,BRONZE,EUR,%s,\n".formatted(id, on, partner, pays);
	}

	/** Bank lines for what is open: in full, in part, too much. */
	String bank(TestDatabase database) {
		StringBuilder bank = new StringBuilder("entry_id,booked_on,amount,currency,reference,payer\n");
		List<String> open = database.ownerJdbc().sql("""
				SELECT d.number FROM document d JOIN document_status s ON s.number = d.number
				WHERE d.type = 'INVOICE' AND d.currency = 'EUR' AND d.gross > s.paid + s.credited ORDER BY d.number
				""").query(String.class).list();
		for (int number = 0; number < open.size(); number++) {
			String amount = List.of("790.00", "100.00", "9000.00").get(number % 3);
			bank.append("E%d,%s,%s,EUR,%s,somebody\n".formatted(number, this.night, amount, open.get(number)));
		}
		return bank.toString();
	}

}
