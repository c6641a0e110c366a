package dev.perennial.demo.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A later edition of the price list: the text of offers.yaml with a price that changes on
 * a day.
 */
final class PriceEdition {

	private static final Pattern PRICE = Pattern.compile(" +- \\{currency: (\\w+), from: (\\S+), net: \"[0-9.]+\"\\}");

	private static final Pattern CODE = Pattern.compile(" +- code: (\\S+)");

	private PriceEdition() {
	}

	/**
	 * The text with a new price. What was announced for the four months after it is
	 * dropped, so that it lasts.
	 * @param yaml the text so far
	 * @param offer the code of the offer
	 * @param currency the currency of the price
	 * @param from the first day of the price
	 * @param net the new price
	 */
	static String with(String yaml, String offer, String currency, LocalDate from, String net) {
		List<String> lines = new ArrayList<>();
		String code = "";
		for (String line : yaml.lines().toList()) {
			Matcher begins = CODE.matcher(line);
			code = begins.matches() ? begins.group(1) : code;
			Matcher price = PRICE.matcher(line);
			boolean same = code.equals(offer) && price.matches() && price.group(1).equals(currency);
			if (same && replaced(LocalDate.parse(price.group(2)), from)) {
				continue;
			}
			lines.add(line);
			if (code.equals(offer) && line.strip().equals("prices:")) {
				lines.add("      - {currency: %s, from: %s, net: \"%s\"}".formatted(currency, from, net));
			}
		}
		return lines.stream().collect(Collectors.joining("\n", "", "\n"));
	}

	private static boolean replaced(LocalDate old, LocalDate from) {
		return !old.isBefore(from) && old.isBefore(from.plusMonths(4));
	}

}
