package dev.perennial.demo.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.perennial.demo.sample.SampleCase.Buyer;
import dev.perennial.demo.sample.SampleCase.Copy;
import dev.perennial.demo.sample.SampleCase.Terms;

/**
 * Everyday subscriptions, so that every night of fourteen months has work: their last
 * days spread from 40 days before D to 364 after it.
 */
final class BulkCases {

	/** How many there are. */
	static final int COUNT = 150;

	private static final int FIRST = -40;

	private static final int DAYS = 405;

	private static final List<String> COUNTRIES = List.of("DE", "RU", "US", "DE", "JP", "FR", "KW", "DE", "KZ", "AT",
			"IT", "GB", "NL", "DE", "RU", "ES", "PL", "SE", "GR", "FI");

	private static final Map<String, String> CURRENCIES = Map.of("US", "USD", "GB", "USD", "KZ", "USD", "JP", "JPY",
			"KW", "KWD");

	private static final List<String> OFFERS = List.of("ACTION_PACK", "ACTION_PACK", "SILVER", "ACTION_PACK", "BRONZE",
			"ACTION_PACK", "GOLD", "ACTION_PACK", "BRONZE", "ACTION_PACK", "ACTION_PACK");

	private BulkCases() {
	}

	static List<SampleCase> all() {
		return IntStream.range(0, COUNT).mapToObj(BulkCases::bulk).toList();
	}

	private static SampleCase bulk(int index) {
		String country = COUNTRIES.get(index * 7 % COUNTRIES.size());
		String currency = CURRENCIES.getOrDefault(country, "EUR");
		String offer = OFFERS.get(index % OFFERS.size());
		boolean missing = offer.equals("GOLD") && currency.equals("KWD");
		Terms terms = new Terms(missing ? "SILVER" : offer, currency, (index % 6 == 4) ? "off" : "on", pays(index),
				"-36");
		int ends = FIRST + index * DAYS / COUNT;
		List<String> marks = (index % 17 == 8) ? List.of("until=-1") : List.of();
		return new SampleCase("SUB-%04d".formatted(index + 1), List.of(new Copy("", ends, 0)),
				terms.renews().equals("off") ? unannounced(terms) : terms, new Buyer(country, marks));
	}

	private static Terms unannounced(Terms terms) {
		return new Terms(terms.offer(), terms.currency(), terms.renews(), terms.pays(), "-");
	}

	private static String pays(int index) {
		if (index % 4 == 1) {
			return "transfer";
		}
		return switch (index % 31) {
			case 3 -> "pm_sim_soft_then_ok_1";
			case 7 -> "pm_sim_soft_then_ok_3";
			case 12 -> "pm_card_visa_chargeDeclinedInsufficientFunds";
			case 16 -> "pm_card_visa_chargeDeclinedLostCard";
			case 20 -> "pm_sim_timeout_charged";
			case 24 -> "pm_sim_500_then_ok";
			case 28 -> "pm_sim_timeout_charged_late";
			default -> "pm_card_visa";
		};
	}

}
