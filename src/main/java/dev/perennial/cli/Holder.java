package dev.perennial.cli;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Who has the lease.
 *
 * @param owner the process, or nobody
 * @param date the night that it runs, if it runs one
 * @param silentSeconds since it last showed a sign of life
 * @param stopRequested whether it was asked to stop
 */
record Holder(@Nullable String owner, @Nullable LocalDate date, long silentSeconds, boolean stopRequested) {

	String text() {
		if (this.owner == null) {
			return "Nobody runs";
		}
		return "%s runs%s, last sign of life %d s ago%s".formatted(this.owner,
				(this.date == null) ? "" : " the night of " + this.date, this.silentSeconds,
				this.stopRequested ? ", was asked to stop" : "");
	}

}
