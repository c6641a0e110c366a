package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Optional;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.Subject;

/**
 * The one notice that is recorded of a term that was brought in after its days, in any
 * case: also where the night of the import renewed it (rules 2.4).
 */
public final class ImportedLate {

	private ImportedLate() {
	}

	/**
	 * The notice of an imported term that is not the current one any more.
	 * @param imported the term with its subscription
	 * @param importedOn the day of the import
	 * @return the notice, empty if its days were not past
	 */
	public static Optional<Notice> notice(Imported imported, LocalDate importedOn) {
		NoticeCode code = imported.renewsByItself() ? NoticeCode.RENEWAL_NOTICE : NoticeCode.EXPIRY_NOTICE;
		NoticeCode.Days days = code.daysAround(imported.endsOn());
		if (!days.last().isBefore(importedOn)) {
			return Optional.empty();
		}
		Subject subject = Subject.ofTerm(imported.subscriptionId(), imported.startsOn());
		return Optional.of(new Notice(subject, code,
				new Notice.About(imported.partnerId(), imported.subscriptionId(), imported.seq(), null), days,
				NoticeProgress.missed("IMPORTED_LATE", importedOn), null));
	}

	/**
	 * A term that was imported.
	 *
	 * @param subscriptionId its subscription
	 * @param partnerId whose it is
	 * @param seq its number
	 * @param startsOn its first day
	 * @param endsOn its last day
	 * @param renewsByItself whether it came ON
	 */
	public record Imported(String subscriptionId, String partnerId, int seq, LocalDate startsOn, LocalDate endsOn,
			boolean renewsByItself) {

	}

}
