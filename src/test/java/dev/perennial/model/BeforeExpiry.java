package dev.perennial.model;

import java.time.LocalDate;

/** What partners ask for around the last day of a term, E. */
final class BeforeExpiry {

	private static final int LOOK_AHEAD = 61;

	private final Schedule schedule;

	BeforeExpiry(Schedule schedule) {
		this.schedule = schedule;
	}

	/** Looks at a subscription when E is 61 days away, or in its first night. */
	void plan(LocalDate date, boolean firstNight, Subscription subscription) {
		if (!subscription.running()) {
			return;
		}
		LocalDate ends = subscription.ends();
		boolean noticed = date.plusDays(LOOK_AHEAD).equals(ends)
				|| (firstNight && date.plusDays(LOOK_AHEAD).isAfter(ends));
		if (noticed) {
			plan(subscription, ends, date.plusDays(1));
		}
	}

	private void plan(Subscription subscription, LocalDate ends, LocalDate from) {
		switch (Habits.pick("before", subscription.id + ends, 22)) {
			case 0 -> ask(from, ends.minusDays(60), "AUTO_RENEW_OFF", subscription);
			case 1 -> ask(from, ends.minusDays(20), "AUTO_RENEW_OFF", subscription);
			case 2 -> askLate(from, ends, ends.plusDays(2), "AUTO_RENEW_OFF", subscription);
			case 3 -> askLate(from, ends.minusDays(1), ends.plusDays(1), "AUTO_RENEW_OFF", subscription);
			case 4 -> cancel(from, ends.minusDays(45), ends.minusDays(35), "REJECT", subscription);
			case 5 -> cancel(from, ends.minusDays(44), ends.minusDays(28), "REJECT", subscription);
			case 6 -> cancel(from, ends.minusDays(10), ends.minusDays(2), "END_OF_TERM", subscription);
			case 7 -> cancel(from, ends.minusDays(33), ends.plusDays(90), "REJECT", subscription);
			case 8 -> cancel(from, ends.minusDays(3), ends.plusDays(5), "REJECT", subscription);
			case 9 -> cancel(from, ends.minusDays(8), ends.plusDays(90), "REJECT", subscription);
			case 10 -> ask(from, ends.minusDays(5), "RENEW", subscription);
			case 11 -> ask(from, ends.minusDays(15), "PAYMENT_METHOD", subscription, "payment_method", "card",
					"card_token", "pm_card_visa", "card_expires", "2031-07");
			case 12 -> ask(from, ends.minusDays(12), "PAYMENT_METHOD", subscription, "payment_method", "transfer");
			default -> {
				// most partners let it renew
			}
		}
	}

	private void ask(LocalDate from, LocalDate day, String type, Subscription subscription, String... given) {
		if (!day.isBefore(from)) {
			this.schedule.request(day, type, subscription, given);
		}
	}

	private void askLate(LocalDate from, LocalDate day, LocalDate delivered, String type, Subscription subscription) {
		if (!delivered.isBefore(from)) {
			this.schedule.request(delivered, day, type, subscription);
		}
	}

	private void cancel(LocalDate from, LocalDate day, LocalDate decided, String act, Subscription subscription) {
		if (!day.isBefore(from)) {
			String id = this.schedule.request(day, "CANCEL", subscription);
			this.schedule.decision(decided, id, act);
		}
	}

}
