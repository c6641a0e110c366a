package dev.perennial.work.launch;

import java.time.LocalDate;

import dev.perennial.work.ParkingLimit;
import dev.perennial.work.Run;

/**
 * The night that jobs are run for.
 *
 * @param businessDate the date D
 * @param today the civil date of the first start of the night of D (rules 1.7)
 * @param scope the one subscription to do, empty for all
 * @param settings price list, rates and settings as stored at the first start
 * @param parking how many parked items fail a job
 */
public record Occasion(LocalDate businessDate, LocalDate today, String scope, String settings, ParkingLimit parking) {

	Run run(long id, String job) {
		return new Run(id, job, this.businessDate, this.today, this.scope, this.settings, this.parking);
	}

}
