package dev.perennial.night;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for with {@code night}.
 *
 * @param date the night to run or to go on with; the oldest open one if none is given
 * @param job the only job to run, if one is given
 * @param scope the only subscription to do, empty for all
 * @param catchUp whether to work off all open dates
 * @param consent what is approved, and by whom
 */
public record NightRequest(@Nullable LocalDate date, @Nullable String job, String scope, boolean catchUp,
		Consent consent) {

	public static NightRequest of(@Nullable LocalDate date, String who) {
		return new NightRequest(date, null, "", false, new Consent(who, false, null));
	}

	/** Whether the night as a whole is asked for, so that it can close. */
	boolean whole() {
		return this.job == null && this.scope.isEmpty();
	}

	/**
	 * What is approved.
	 *
	 * @param who the user who asks
	 * @param approve whether the first night that asks for approval has it (rules 11.5)
	 * @param violations why the day is to be closed in spite of violations, if it is
	 * (rules 11.7)
	 */
	public record Consent(String who, boolean approve, @Nullable String violations) {
	}

}
