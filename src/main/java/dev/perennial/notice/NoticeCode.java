package dev.perennial.notice;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a notice says, and on which days it may go out (rules 8.1). */
public enum NoticeCode {

	RENEWAL_NOTICE(-42, -30, Doubt.RESEND), RENEWAL_NOTICE_LATE(-29, 15, Doubt.RESEND),
	PRICE_CHANGE(-21, -8, Doubt.RESEND), RENEWAL_REMINDER(-7, -3, Doubt.HOLD), CARD_EXPIRES(-30, 0, Doubt.HOLD),
	EXPIRY_NOTICE(-30, -8, Doubt.RESEND), EXPIRY_NOTICE_2(-7, -1, Doubt.RESEND), EXPIRY_NOTICE_3(0, 0, Doubt.RESEND),
	WINDOW_OPEN(1, 10, Doubt.HOLD), WINDOW_HALF(15, 20, Doubt.HOLD), WINDOW_LAST(27, 30, Doubt.RESEND),

	RENEWED(Doubt.HOLD), PAYMENT_DUE(Doubt.HOLD), PAYMENT_FAILED(Doubt.RESEND), LAPSED(Doubt.HOLD),
	ORDER_EXPIRED(Doubt.HOLD), AUTO_RENEW_OFF(Doubt.HOLD), REQUEST_STATUS(Doubt.HOLD);

	private final @Nullable Window window;

	private final Doubt doubt;

	NoticeCode(int target, int last, Doubt doubt) {
		this.window = new Window(target, last);
		this.doubt = doubt;
	}

	NoticeCode(Doubt doubt) {
		this.window = null;
		this.doubt = doubt;
	}

	/** Whether it follows from an event instead of a date. */
	public boolean isOfAnEvent() {
		return this.window == null;
	}

	/** What happens where nobody knows whether it was accepted (rules 8.4). */
	public Doubt inDoubt() {
		return this.doubt;
	}

	/**
	 * The days on which it may go out for a term.
	 * @param endsOn E, the last day of the term
	 */
	public Days daysAround(LocalDate endsOn) {
		if (this.window == null) {
			throw new IllegalStateException(name() + " follows from an event");
		}
		return new Days(endsOn.plusDays(this.window.target()), endsOn.plusDays(this.window.last()));
	}

	/** Days relative to E. */
	private record Window(int target, int last) {

	}

	/** What happens to a mail that may or may not have been accepted. */
	public enum Doubt {

		/** It is sent again with the same Message-ID: better twice than never. */
		RESEND,

		/** A person decides. */
		HOLD

	}

	/**
	 * The days on which a notice may go out, both inclusive.
	 *
	 * @param target the first
	 * @param last the last
	 */
	public record Days(LocalDate target, LocalDate last) {

		public boolean contain(LocalDate day) {
			return !day.isBefore(this.target) && !day.isAfter(this.last);
		}

		public boolean areOverOn(LocalDate day) {
			return day.isAfter(this.last);
		}

	}

}
