package dev.perennial.model;

import java.time.LocalDate;

/** What partners do when their subscription has expired. */
final class InWindow {

	private final Schedule schedule;

	InWindow(Schedule schedule) {
		this.schedule = schedule;
	}

	/** Plans what comes after the night in which the window opened or ended. */
	void changed(String event, Subscription subscription) {
		if (event.equals("OPENED")) {
			opened(subscription);
		}
		else if (Habits.pick("lapsed", subscription.id, 5) == 0) {
			askTooLate(subscription, subscription.ends().plusDays(45));
		}
	}

	/** 2.2: LAPSED is final. */
	private void askTooLate(Subscription subscription, LocalDate day) {
		for (String type : new String[] { "AUTO_RENEW_OFF", "CANCEL", "PROOF_OF_PAYMENT" }) {
			this.schedule.request(day, type, subscription);
		}
		this.schedule.request(day, "PAYMENT_METHOD", subscription, "payment_method", "transfer");
	}

	private void opened(Subscription subscription) {
		LocalDate ends = subscription.ends();
		switch (Habits.pick("window", subscription.id + ends, 22)) {
			case 0 -> renew(subscription, ends.plusDays(3), "pm_card_visa");
			case 1 -> renewByTransfer(subscription, ends.plusDays(10));
			case 2 -> renew(subscription, ends.plusDays(31), ends.plusDays(30), "pm_card_visa");
			case 3 -> renew(subscription, ends.plusDays(31), "pm_card_visa");
			case 4 -> renew(subscription, ends.plusDays(20), "pm_sim_soft_then_ok_2");
			case 5 -> renew(subscription, ends.plusDays(12), "pm_card_visa_chargeDeclinedLostCard");
			case 6 -> renewTwice(subscription, ends);
			case 7 -> renewWrongly(subscription, ends);
			case 8 -> renewWhileCancelling(subscription, ends);
			case 9 -> renew(subscription, ends.plusDays(28), "pm_sim_timeout_charged");
			case 10 -> renew(subscription, ends.plusDays(30), "pm_sim_timeout_not_charged");
			case 11 -> renew(subscription, ends.plusDays(30), "pm_sim_timeout_charged_late");
			case 12 -> renew(subscription, ends.plusDays(29), "pm_sim_500_then_ok");
			case 13 -> renewThenOff(subscription, ends);
			case 14 -> this.schedule.request(ends.plusDays(33), ends.plusDays(29), "RENEW", subscription);
			case 15 -> renew(subscription, ends.plusDays(2), "pm_sim_429_then_ok");
			case 16 -> this.schedule.request(ends.plusDays(16), "CANCEL", subscription);
			case 17 -> renewThenChangeTooLate(subscription, ends);
			case 18 -> renewWhileHeldByHand(subscription, ends);
			case 19 -> this.schedule.request(ends.plusDays(2), "PROOF_OF_PAYMENT", subscription);
			default -> {
				// lets it lapse, or what is due automatically goes on
			}
		}
	}

	private void renew(Subscription subscription, LocalDate day, String token) {
		renew(subscription, day, day, token);
	}

	private void renew(Subscription subscription, LocalDate delivered, LocalDate day, String token) {
		this.schedule.request(delivered, day, "RENEW", subscription, "payment_method", "card", "card_token", token,
				"card_expires", "2032-01");
	}

	private void renewByTransfer(Subscription subscription, LocalDate day) {
		this.schedule.request(day, "RENEW", subscription, "payment_method", "transfer", "offer", subscription.offer,
				"currency", subscription.currency);
	}

	/** 4.4: the second order cancels the first. */
	private void renewTwice(Subscription subscription, LocalDate ends) {
		renewByTransfer(subscription, ends.plusDays(5));
		renew(subscription, ends.plusDays(9), "pm_card_visa");
	}

	private void renewWrongly(Subscription subscription, LocalDate ends) {
		this.schedule.request(ends.plusDays(4), "RENEW", subscription, "offer",
				subscription.offer.equals("SILVER") ? "GOLD" : "SILVER");
		this.schedule.request(ends.plusDays(5), "RENEW", subscription, "offer", "PLATINUM");
		this.schedule.request(ends.plusDays(6), "RENEW", subscription, "partner_id", "NOBODY");
		this.schedule.request(ends.plusDays(7), "RENEW", subscription, "partner_id", "");
		this.schedule.request(ends.plusDays(8), "RENEW", subscription, "subscription_id", "S-UNKNOWN");
	}

	private void renewWhileCancelling(Subscription subscription, LocalDate ends) {
		String id = this.schedule.request(ends.plusDays(3), "CANCEL", subscription);
		this.schedule.request(ends.plusDays(3), "CANCEL", subscription);
		renew(subscription, ends.plusDays(5), "pm_card_visa");
		this.schedule.decision(ends.plusDays(12), id, "REJECT");
	}

	/** 7.4: the order lives longer than the window. */
	private void renewThenChangeTooLate(Subscription subscription, LocalDate ends) {
		renewByTransfer(subscription, ends.plusDays(25));
		this.schedule.request(ends.plusDays(33), "PAYMENT_METHOD", subscription, "payment_method", "card", "card_token",
				"pm_card_visa", "card_expires", "2031-03");
	}

	private void renewWhileHeldByHand(Subscription subscription, LocalDate ends) {
		this.schedule.decision(ends.plusDays(2), subscription.id, "HOLD");
		renew(subscription, ends.plusDays(4), "pm_card_visa");
		this.schedule.decision(ends.plusDays(8), subscription.id, "RELEASE");
	}

	/** 3.4: a manual order goes on, and its term is born OFF. */
	private void renewThenOff(Subscription subscription, LocalDate ends) {
		renewByTransfer(subscription, ends.plusDays(6));
		this.schedule.request(ends.plusDays(8), "AUTO_RENEW_OFF", subscription);
		this.schedule.request(ends.plusDays(9), "PAYMENT_METHOD", subscription, "payment_method", "card", "card_token",
				"pm_card_visa", "card_expires", "2030-05");
	}

}
