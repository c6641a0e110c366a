package dev.perennial.renewal;

import java.util.Optional;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeState;
import dev.perennial.subscription.Hold.HoldReason;
import org.jspecify.annotations.Nullable;

/** Whether a notice is mailed, from its facts read again (rules 8.2, 8.3, 8.5). */
public final class Mailing {

	private Mailing() {
	}

	/**
	 * Decides what becomes of a notice that is to be sent.
	 * @param dossier the subscription that it is about, {@code null} if there is none
	 * @param reachable whether the partner has an address that a mail server could take
	 */
	public static Fate decide(Notice notice, @Nullable Dossier dossier, boolean reachable, Tonight tonight) {
		if (tonight.notBeforeToday(tonight.date()).isAfter(notice.days().last())) {
			// NIGHT_LATE goes before every other reason (rules 1.7).
			return new Fate(NoticeState.MISSED, tonight.isLate() ? "NIGHT_LATE" : "REFUSED_TEMP");
		}
		if (dossier != null && !isTrue(notice, dossier, tonight)) {
			return new Fate(NoticeState.SUPPRESSED, "NO_LONGER_TRUE");
		}
		if (dossier != null && NoticeApplies.isHeld(notice.code(), dossier)) {
			return new Fate(NoticeState.PLANNED, HoldReason.CANCEL_REQUEST_OPEN.name());
		}
		return reachable ? new Fate(NoticeState.SENDING, null) : new Fate(NoticeState.FAILED_PERM, "NO_CONTACT");
	}

	/**
	 * A notice that failed or is in doubt, to be sent again because a person asked for it
	 * (rules 8.5, 11.3).
	 * @return the notice, empty if it is not such a one or its days are over
	 */
	public static Optional<Notice> again(Notice notice, Tonight tonight) {
		boolean failed = notice.state() == NoticeState.FAILED_PERM || notice.state() == NoticeState.AMBIGUOUS;
		return (failed && !notice.days().areOverOn(tonight.date()))
				? Optional.of(notice.with(notice.progress().to(NoticeState.PLANNED, null, tonight.date())))
				: Optional.empty();
	}

	private static boolean isTrue(Notice notice, Dossier dossier, Tonight tonight) {
		if (notice.code().isOfAnEvent()) {
			return EventNotices.isTrue(notice, dossier);
		}
		boolean ofThisTerm = notice.subject().equals(dossier.termSubject());
		return ofThisTerm && NoticeApplies.applies(notice.code(), dossier, tonight);
	}

	/**
	 * What becomes of a notice.
	 *
	 * @param state SENDING if it is mailed, PLANNED if it waits, else how it ends
	 * @param reason why it waits or ends
	 */
	public record Fate(NoticeState state, @Nullable String reason) {

		/** Whether it is mailed now. */
		public boolean isMailed() {
			return this.state == NoticeState.SENDING;
		}

		/** Whether it stays to be sent. */
		public boolean isWaiting() {
			return this.state == NoticeState.PLANNED;
		}

	}

}
