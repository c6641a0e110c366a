package dev.perennial.subscription;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The days after a term in which its renewal can still be asked for (rules 4.1).
 *
 * @param seq the term that expired
 * @param days its last day, and first and last day of the window
 * @param benefitsUntil the last day of benefits (rules 4.5)
 * @param openedIn the business date of the night that opened it
 * @param lapsedIn the business date of the night in which the subscription lapsed
 */
public record RenewalWindow(int seq, WindowDays days, LocalDate benefitsUntil, @Nullable LocalDate openedIn,
		@Nullable LocalDate lapsedIn) {

	public RenewalWindow lapsed(LocalDate day) {
		return new RenewalWindow(this.seq, this.days, this.benefitsUntil, this.openedIn, day);
	}

}
