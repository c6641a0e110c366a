package dev.perennial.notice;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How far a notice is.
 *
 * @param state its state
 * @param reason why, for what will not be sent
 * @param plannedIn the business date of the night that planned it
 * @param stateIn the business date of the night that changed its state last
 * @param sentOn the civil date on which it counts as sent (rules 1.7)
 */
public record NoticeProgress(NoticeState state, @Nullable String reason, LocalDate plannedIn, LocalDate stateIn,
		@Nullable LocalDate sentOn) {

	public static NoticeProgress planned(LocalDate day) {
		return new NoticeProgress(NoticeState.PLANNED, null, day, day, null);
	}

	public static NoticeProgress missed(String reason, LocalDate day) {
		return new NoticeProgress(NoticeState.MISSED, reason, day, day, null);
	}

	public NoticeProgress sent(LocalDate day, LocalDate sentOn) {
		return new NoticeProgress(NoticeState.SENT, null, this.plannedIn, day, sentOn);
	}

	public NoticeProgress to(NoticeState state, @Nullable String reason, LocalDate day) {
		return new NoticeProgress(state, reason, this.plannedIn, day, this.sentOn);
	}

}
