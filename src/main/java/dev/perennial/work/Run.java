package dev.perennial.work;

import java.time.LocalDate;

/**
 * What a step is told about the night it works for.
 *
 * @param id the row of {@code batch_run}
 * @param job the job's name
 * @param businessDate the date D that every decision depends on (rules 1.1)
 * @param today the civil date of the first start of the night of D (rules 1.7)
 * @param scope the one subscription to do, empty for all
 * @param settings price list, rates and settings as they were stored at the first start
 * of the night (rules 1.1)
 * @param parking how many parked items fail the job
 */
public record Run(long id, String job, LocalDate businessDate, LocalDate today, String scope, String settings,
		ParkingLimit parking) {

	/**
	 * Whether only one subscription is done; such a run takes no number, writes no file.
	 */
	public boolean scoped() {
		return !this.scope.isEmpty();
	}

	@Override
	public String toString() {
		return this.job + " of " + this.businessDate + (scoped() ? " for " + this.scope : "");
	}

}
