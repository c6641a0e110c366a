package dev.perennial.renewal;

import java.time.LocalDate;

import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import org.junit.jupiter.api.Test;

import static dev.perennial.renewal.Membership.byCard;
import static dev.perennial.renewal.Membership.night;
import static dev.perennial.renewal.Membership.noticed;
import static dev.perennial.renewal.Membership.quoted;
import static org.assertj.core.api.Assertions.assertThat;

/** On which night a subscription is looked at again. E is 2026-06-22. */
class NextLookTests {

	/** Rules 8.1: from E-21 to E-8 only a new price list can change anything. */
	@Test
	void leavesAQuietSubscriptionAloneUntilItIsReminded() {
		Dossier told = quoted(noticed(byCard(), "2026-05-11"), "425.00");
		assertThat(NextLook.after(told, night("2026-06-02"))).contains(LocalDate.of(2026, 6, 15));
	}

	/** Rules 5.5, 5.6: the notice waits inside its days for a price or the register. */
	@Test
	void looksEveryNightWhileALateNoticeWaits() {
		Dossier missed = missed(byCard());
		assertThat(NextLook.after(missed, night("2026-05-25"))).contains(LocalDate.of(2026, 5, 26));
		assertThat(NextLook.after(missed, night("2026-06-02"))).contains(LocalDate.of(2026, 6, 3));
	}

	private static Dossier missed(Dossier dossier) {
		LocalDate day = LocalDate.of(2026, 5, 24);
		return dossier.with(new Notice(dossier.termSubject(), NoticeCode.RENEWAL_NOTICE,
				new Notice.About("PA-1", "S-1", 0, null), NoticeCode.RENEWAL_NOTICE.daysAround(dossier.endsOn()),
				NoticeProgress.missed("NIGHT_LATE", day), null));
	}

}
