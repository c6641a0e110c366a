package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.NoticeState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.perennial.renewal.Membership.night;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether a notice that was refused for now is mailed after all (rules 1.7, 8.3). */
class MailingTests {

	/**
	 * E = 2026-06-22: the days of the RENEWAL_NOTICE end on E-30 = 2026-05-23. In a late
	 * night they have passed when today is after it, and NIGHT_LATE goes before every
	 * other reason.
	 */
	@ParameterizedTest
	@CsvSource({ "2026-05-23, 2026-05-23, SENDING,", "2026-05-24, 2026-05-24, MISSED, REFUSED_TEMP",
			"2026-05-20, 2026-05-23, SENDING,", "2026-05-20, 2026-05-24, MISSED, NIGHT_LATE",
			"2026-05-24, 2026-05-25, MISSED, NIGHT_LATE" })
	void isMailedInsideItsDaysOnly(String date, String today, NoticeState state, String reason) {
		Dossier dossier = Membership.byCard();
		LocalDate planned = LocalDate.of(2026, 5, 19);
		NoticeProgress refused = NoticeProgress.planned(planned).to(NoticeState.FAILED_TEMP, "REFUSED_TEMP", planned);
		Notice notice = new Notice(dossier.termSubject(), NoticeCode.RENEWAL_NOTICE,
				new Notice.About("PA-1", "S-1", 0, null), NoticeCode.RENEWAL_NOTICE.daysAround(dossier.endsOn()),
				refused, null);
		assertThat(Mailing.decide(notice, dossier, true, night(date, today)))
			.isEqualTo(new Mailing.Fate(state, reason));
	}

}
