package dev.perennial.night;

import java.time.LocalDate;

import dev.perennial.work.launch.Occasion;
import dev.perennial.work.lease.FencedTransactions;

/**
 * Opens and closes the page of a date.
 */
final class NightBook {

	private final Nights nights;

	private final BusinessDates dates;

	private final NightRules rules;

	private final FencedTransactions transactions;

	NightBook(Nights nights, BusinessDates dates, NightRules rules, FencedTransactions transactions) {
		this.nights = nights;
		this.dates = dates;
		this.rules = rules;
		this.transactions = transactions;
	}

	/**
	 * The night as its first start left it: begun now, or at an earlier start (rules 1.1,
	 * 1.7).
	 */
	NightRow begin(LocalDate businessDate) {
		this.dates.open(businessDate);
		NightRow night = this.nights.get(businessDate);
		if (night.today() != null) {
			return night;
		}
		String settings = this.rules.text();
		this.transactions.run(() -> this.nights.start(businessDate, this.dates.today(businessDate), settings));
		return this.nights.get(businessDate);
	}

	Occasion occasion(NightRow night, String scope) {
		LocalDate today = night.today();
		String settings = night.settings();
		if (today == null || settings == null) {
			throw new IllegalStateException("The night of %s has not begun".formatted(night.businessDate()));
		}
		return new Occasion(night.businessDate(), today, scope, settings, this.rules.limits(settings).parking());
	}

	NightLimits limits(NightRow night) {
		return this.rules.limits(String.valueOf(night.settings()));
	}

	void close(LocalDate businessDate) {
		this.transactions.run(() -> this.nights.close(businessDate));
	}

}
