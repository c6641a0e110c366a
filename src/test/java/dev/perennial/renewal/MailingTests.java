package dev.perennial.renewal;

import java.time.LocalDate;
import java.util.Objects;

import dev.perennial.money.Money;
import dev.perennial.notice.Notice;
import dev.perennial.notice.NoticeCode;
import dev.perennial.notice.NoticeProgress;
import dev.perennial.notice.NoticeState;
import dev.perennial.order.AttemptState;
import dev.perennial.renewal.BankMatching.BankEntry;
import dev.perennial.subscription.SupportRequest;
import dev.perennial.subscription.SupportRequest.End;
import dev.perennial.subscription.SupportRequest.Kind;
import dev.perennial.subscription.SupportRequest.State;
import org.junit.jupiter.api.Test;
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

	/**
	 * Rules 8.2: the invoice of 2026-06-23 was paid in the night of 2026-06-24, which was
	 * to mail it again.
	 */
	@Test
	void asksNobodyToPayWhatIsPaid() {
		Dossier invoiced = invoiced();
		Notice due = planned(invoiced, NoticeCode.PAYMENT_DUE);
		assertThat(fate(due, invoiced)).isEqualTo(NoticeState.SENDING);
		Money gross = Membership.newest(invoiced).amounts().gross();
		Dossier paid = Objects.requireNonNull(
				BankMatching.match(new BankEntry("B-1", gross), invoiced, "INV-2026-000001", night("2026-06-24"))
					.after());
		assertThat(fate(due, paid)).isEqualTo(NoticeState.SUPPRESSED);
	}

	/** Rules 8.2, 7.3: an order that ended has a credit note, and nobody owes it. */
	@Test
	void asksNobodyToPayAnOrderThatEnded() {
		Dossier invoiced = invoiced();
		Dossier ended = OrderEnding.cancelled(invoiced, Membership.newest(invoiced), "REPLACED", night("2026-06-24"));
		assertThat(fate(planned(invoiced, NoticeCode.PAYMENT_DUE), ended)).isEqualTo(NoticeState.SUPPRESSED);
	}

	/** Rules 8.2, 6.3: declined on 2026-06-23, charged in its second attempt. */
	@Test
	void tellsNobodyThatWhatIsPaidCouldNotBeCharged() {
		Dossier declined = Membership.charged(Membership.claimed(Membership.byCard(), "2026-06-23"),
				AttemptState.DECLINED_SOFT, "2026-06-23");
		Notice failed = planned(declined, NoticeCode.PAYMENT_FAILED);
		assertThat(fate(failed, declined)).isEqualTo(NoticeState.SENDING);
		Dossier paid = Membership.charged(declined, AttemptState.SUCCEEDED, "2026-06-24");
		assertThat(fate(failed, paid)).isEqualTo(NoticeState.SUPPRESSED);
	}

	/** Rules 8.2, 10.1: a cancellation that was opened, and then rejected. */
	@Test
	void tellsNobodyOfAStateThatARequestHasNoMore() {
		SupportRequest request = new SupportRequest("R-1", Kind.CANCEL, "PA-1", State.OPEN, LocalDate.of(2026, 6, 23),
				End.REJECT);
		Dossier open = Membership.with(Membership.byCard(), request);
		Notice opened = planned(open, NoticeCode.REQUEST_STATUS);
		assertThat(fate(opened, open)).isEqualTo(NoticeState.SENDING);
		Dossier rejected = Cancellation.ended(open, request, night("2026-06-24"));
		assertThat(fate(opened, rejected)).isEqualTo(NoticeState.SUPPRESSED);
		assertThat(fate(planned(rejected, NoticeCode.REQUEST_STATUS, "2026-06-24"), rejected))
			.isEqualTo(NoticeState.SENDING);
	}

	/** A transfer claimed on E+1 = 2026-06-23, whose invoice is issued. */
	private static Dossier invoiced() {
		Dossier claimed = Membership.claimed(Membership.byTransfer(), "2026-06-23");
		return Invoicing.invoiced(claimed, Membership.newest(claimed), "INV-2026-000001");
	}

	/** The notice of a code that the night of 2026-06-23 plans. */
	private static Notice planned(Dossier dossier, NoticeCode code) {
		return planned(dossier, code, "2026-06-23");
	}

	private static Notice planned(Dossier dossier, NoticeCode code, String date) {
		return EventNotices.planned(dossier, night(date))
			.notices()
			.stream()
			.filter((notice) -> notice.code() == code)
			.findFirst()
			.orElseThrow();
	}

	private static NoticeState fate(Notice notice, Dossier dossier) {
		return Mailing.decide(notice, dossier, true, night("2026-06-24")).state();
	}

}
