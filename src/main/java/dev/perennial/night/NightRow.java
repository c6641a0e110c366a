package dev.perennial.night;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A night as it is stored.
 *
 * @param businessDate the date D
 * @param closed whether it is closed
 * @param today the civil date of its first start; none before
 * @param settings the rules it uses; none before its first start
 * @param approvedBy who approved it, if somebody did
 * @param acceptedViolations why it may close in spite of violations, if it may
 */
record NightRow(LocalDate businessDate, boolean closed, @Nullable LocalDate today, @Nullable String settings,
		@Nullable String approvedBy, @Nullable String acceptedViolations) {
}
