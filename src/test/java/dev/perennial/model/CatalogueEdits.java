package dev.perennial.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the seller edits the catalogue between the nights. */
final class CatalogueEdits {

	private final LocalDate first;

	private final Map<String, String> files = new TreeMap<>();

	CatalogueEdits(Path folder, LocalDate first) {
		this.first = first;
		for (String name : new String[] { "offers.yaml", "seller.yaml", "tax.yaml" }) {
			this.files.put(name, Tables.content(folder.resolve(name)));
		}
	}

	/** The files as they stand before the night of a date, if they were edited. */
	Optional<Map<String, String>> before(LocalDate date) {
		int day = (int) (date.toEpochDay() - this.first.toEpochDay());
		switch (day) {
			// 5.3: rose
			case 20 -> price("ACTION_PACK", "EUR", date.plusDays(9), "449.00");
			case 21 -> price("SILVER", "EUR", date.plusDays(9), "1523.45");
			case 60 -> price("BRONZE", "EUR", date.plusDays(10), "829.90");
			// 5.3: fell
			case 90 -> price("ACTION_PACK", "EUR", date.plusDays(5), "399.95");
			case 100 -> price("ACTION_PACK", "KWD", date.plusDays(8), "151.250");
			case 120 -> addRate("MT", date, "18.00"); // 5.4: no longer missing
			case 140 -> price("ACTION_PACK", "JPY", date.plusDays(15), "74500");
			// 5.4: of the first day
			case 160 -> addRate("FR", date.plusDays(12), "20.50");
			case 200 -> price("SILVER", "USD", date.plusDays(4), "1499.00");
			case 240 -> price("BRONZE", "USD", date.plusDays(9), "899.00");
			case 280 -> price("GOLD", "EUR", date.plusDays(12), "3333.33");
			case 300 -> price("GOLD", "KWD", date, "1055.550"); // 5.6: no longer missing
			case 330 -> price("ACTION_PACK", "USD", date.plusDays(12), "480.00");
			default -> {
				return Optional.empty();
			}
		}
		return Optional.of(Map.copyOf(this.files));
	}

	private void price(String offer, String currency, LocalDate from, String net) {
		String text = this.files.getOrDefault("offers.yaml", "");
		int prices = text.indexOf("prices:\n", text.indexOf("- code: " + offer)) + "prices:\n".length();
		String line = "      - {currency: %s, from: %s, net: \"%s\"}%n".formatted(currency, from, net);
		this.files.put("offers.yaml", text.substring(0, prices) + line + text.substring(prices));
	}

	private void addRate(String country, LocalDate from, String percent) {
		this.files.merge("tax.yaml", "  - {country: %s, from: %s, percent: \"%s\"}%n".formatted(country, from, percent),
				String::concat);
	}

}
