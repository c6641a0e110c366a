package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.catalogue.Catalogue;

/**
 * The night that decides: everything a decision depends on besides the facts (rules 1.1).
 *
 * @param date D, the business date
 * @param today the civil date of the first start of this night (rules 1.7)
 * @param policy the numbers in force
 * @param catalogue offers, prices, seller and tax in force
 */
public record Tonight(LocalDate date, LocalDate today, Policy policy, Catalogue catalogue) {

	/** Whether this night makes up for one that was missed. */
	public boolean isLate() {
		return this.date.isBefore(this.today);
	}

	/** Today in a late night, where that is later than a day (rules 1.7). */
	public LocalDate notBeforeToday(LocalDate day) {
		return (isLate() && this.today.isAfter(day)) ? this.today : day;
	}

}
