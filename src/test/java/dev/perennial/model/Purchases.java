package dev.perennial.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Partners who buy something new, rightly and wrongly. */
final class Purchases {

	private static final List<String> TOKENS = List.of("pm_card_visa", "pm_card_visa", "pm_sim_soft_then_ok_1",
			"pm_sim_soft_then_ok_3", "pm_card_visa_chargeDeclinedInsufficientFunds",
			"pm_card_visa_chargeDeclinedExpiredCard", "pm_card_visa_chargeDeclinedLostCard", "pm_sim_timeout_charged",
			"pm_sim_timeout_charged_late", "pm_sim_timeout_not_charged", "pm_sim_500_then_ok", "pm_sim_429_then_ok",
			"pm_nobody_knows");

	private static final List<String> OFFERS = List.of("ACTION_PACK", "BRONZE", "SILVER", "GOLD");

	private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD");

	private final Schedule schedule;

	private final List<String> partners;

	private int bought;

	Purchases(Schedule schedule, List<String> partners) {
		this.schedule = schedule;
		this.partners = partners;
	}

	/** Plans the requests of a day. */
	void plan(LocalDate date) {
		if (date.getDayOfMonth() % 4 == 3) {
			buy(date);
		}
		if (date.getDayOfMonth() == 9) {
			buyWrongly(date);
		}
	}

	private void buy(LocalDate date) {
		this.bought++;
		String partner = pick("buyer", date, this.partners);
		String offer = pick("offer", date, OFFERS);
		String currency = pick("currency", date, CURRENCIES);
		if (offer.equals("GOLD") && currency.equals("KWD")) {
			return; // no price: nobody would answer the request
		}
		String token = TOKENS.get(this.bought % TOKENS.size());
		if (this.bought % 3 == 0) {
			purchase(date, partner, "offer", offer, "currency", currency, "payment_method", "transfer");
		}
		else {
			String id = purchase(date, partner, "offer", offer, "currency", currency, "payment_method", "card",
					"card_token", token, "card_expires", "2030-12");
			if (token.contains("Declined")) {
				askTooSoon(date, new Subscription("P-" + id, partner, offer, currency, new Means("", "", "")));
			}
		}
	}

	/** 2.2: what is PENDING cannot be renewed, switched or cancelled. */
	private void askTooSoon(LocalDate date, Subscription pending) {
		this.schedule.request(date.plusDays(1), "AUTO_RENEW_OFF", pending);
		this.schedule.request(date.plusDays(2), "RENEW", pending, "payment_method", "card", "card_token",
				"pm_card_visa");
	}

	private void buyWrongly(LocalDate date) {
		String partner = this.partners.get(0);
		String[] card = { "payment_method", "card", "card_token", "pm_card_visa", "card_expires", "2030-12" };
		purchase(date, "NOBODY", with(card, "offer", "SILVER", "currency", "EUR"));
		purchase(date, partner, with(card, "offer", "PLATINUM", "currency", "EUR"));
		purchase(date, partner, "offer", "SILVER", "currency", "EUR");
		purchase(date, partner, "offer", "SILVER", "currency", "EUR", "payment_method", "card");
	}

	private static String[] with(String[] given, String... more) {
		return Stream.concat(Arrays.stream(given), Arrays.stream(more)).toArray(String[]::new);
	}

	private String purchase(LocalDate day, String partner, String... given) {
		return this.schedule.request(day, "PURCHASE", new Subscription("", partner, "", "", new Means("", "", "")),
				given);
	}

	private static String pick(String topic, LocalDate date, List<String> from) {
		return from.get(Habits.pick(topic, date.toString(), from.size()));
	}

}
