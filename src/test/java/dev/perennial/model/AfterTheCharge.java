package dev.perennial.model;

import java.time.LocalDate;

/** What partners do about how the charge of their card ended. */
final class AfterTheCharge {

	private final Schedule schedule;

	AfterTheCharge(Schedule schedule) {
		this.schedule = schedule;
	}

	void ended(LocalDate date, Order order, String outcome) {
		switch (outcome) {
			case "DECLINED_SOFT" -> declinedSoftly(date, order);
			case "DECLINED_HARD" -> declinedHard(date, order);
			case "UNKNOWN" -> unknown(date, order);
			case "PARKED" -> parked(date, order);
			case "RENEWED" -> renewed(date, order);
			default -> {
				// nothing that a partner would notice
			}
		}
	}

	private void declinedSoftly(LocalDate date, Order order) {
		if (order.attempts.size() > 1) {
			return;
		}
		Subscription subscription = order.subscription;
		switch (Habits.pick("soft", order.number, 8)) {
			case 0 -> this.schedule.request(date.plusDays(2), "AUTO_RENEW_OFF", subscription);
			case 1 -> {
				String id = this.schedule.request(date.plusDays(1), "CANCEL", subscription);
				this.schedule.decision(date.plusDays(9), id, "REJECT");
			}
			case 2 -> card(date.plusDays(2), subscription, "pm_card_visa");
			case 3 -> this.schedule.request(date.plusDays(3), "RENEW", subscription, "payment_method", "card",
					"card_token", "pm_card_visa", "card_expires", "2031-02");
			case 4 -> {
				String id = this.schedule.request(date.plusDays(1), "CANCEL", subscription);
				this.schedule.decision(date.plusDays(4), id, "END_OF_TERM");
			}
			default -> {
				// waits for the next attempt
			}
		}
	}

	private void declinedHard(LocalDate date, Order order) {
		switch (Habits.pick("hard", order.number, 5)) {
			case 0, 1 -> card(date.plusDays(2), order.subscription, "pm_card_visa");
			case 2 -> this.schedule.request(date.plusDays(3), "PAYMENT_METHOD", order.subscription, "payment_method",
					"transfer");
			case 3 -> this.schedule.request(date.plusDays(3), "AUTO_RENEW_OFF", order.subscription);
			default -> {
				// lets it lapse
			}
		}
	}

	private void unknown(LocalDate date, Order order) {
		if (order.attempts.size() == 1 && Habits.pick("unknown", order.number, 3) == 0) {
			String id = this.schedule.request(date.plusDays(1), "CANCEL", order.subscription);
			this.schedule.decision(date.plusDays(7), id, "REJECT");
		}
	}

	private void parked(LocalDate date, Order order) {
		if (Habits.pick("parked", order.number, 2) == 0) {
			card(date.plusDays(2), order.subscription, "pm_card_visa");
		}
	}

	private void renewed(LocalDate date, Order order) {
		switch (Habits.pick("renewed", order.number, 25)) {
			case 0, 1 -> {
				if (order.means.card()) {
					String id = this.schedule.request(date.plusDays(5), "CANCEL", order.subscription);
					this.schedule.decision(date.plusDays(8), id, "REFUND");
				}
			}
			case 2 -> {
				String id = this.schedule.request(date.plusDays(40), "CANCEL", order.subscription);
				this.schedule.decision(date.plusDays(50), id, "END_OF_TERM");
			}
			case 3 -> card(date.plusDays(20), order.subscription, "pm_sim_soft_then_ok_3");
			case 4 -> this.schedule.request(date.plusDays(25), "PAYMENT_METHOD", order.subscription, "payment_method",
					"transfer");
			default -> {
				// content
			}
		}
	}

	private void card(LocalDate day, Subscription subscription, String token) {
		this.schedule.request(day, "PAYMENT_METHOD", subscription, "payment_method", "card", "card_token", token,
				"card_expires", "2031-09");
	}

}
