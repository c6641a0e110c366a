package dev.perennial.cli;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A night with its jobs.
 *
 * @param night what is stored of it
 * @param jobs its jobs so far
 */
record NightPage(Facts night, List<JobRun> jobs) {

	long parked() {
		return this.jobs.stream().mapToLong((job) -> job.counts().parked()).sum();
	}

	long millis() {
		return this.jobs.stream().mapToLong(JobRun::millis).sum();
	}

	/**
	 * What is stored of a night.
	 *
	 * @param date the date D
	 * @param state OPEN or CLOSED
	 * @param today the civil date of its first start (rules 1.7), if it was started
	 * @param volume charges and mails
	 * @param words what a person said or should say
	 */
	record Facts(LocalDate date, String state, @Nullable LocalDate today, Volume volume, Words words) {
	}

	/**
	 * What the night does to the outside.
	 *
	 * @param charges cards that it planned to charge
	 * @param mails mails that it planned to send
	 */
	record Volume(long charges, long mails) {
	}

	/**
	 * What a person said, or should say.
	 *
	 * @param waitsFor what waits for approval
	 * @param approvedBy who approved it
	 * @param acceptedViolations why it was closed in spite of violations
	 */
	record Words(@Nullable String waitsFor, @Nullable String approvedBy, @Nullable String acceptedViolations) {
	}

}
